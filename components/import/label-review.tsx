"use client";

import { useId, useState } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import { Select } from "#components/ui/select.tsx";
import type { LabelChoice } from "#lib/schema/import.ts";
import type { ImportPreview, UnknownLabel } from "#lib/schema/import-view.ts";

export interface KnownCulture {
  code: string;
  name: string;
}

interface LabelReviewProps {
  preview: ImportPreview;
  cultures: readonly KnownCulture[];
  busy: boolean;
  onChoose: (label: string, choice: LabelChoice) => void;
  onAll: (newCultures: "review" | "create" | "reject") => void;
}

/** Culture labels of the file that the project does not know: map each, make it a culture, or leave its rows out. */
export function LabelReview({ preview, cultures, busy, onChoose, onAll }: LabelReviewProps) {
  const list = useId();
  const { unknown, resolved } = preview;
  if (unknown.length === 0 && resolved.length === 0) return null;
  const undecided = unknown.filter(({ choice }) => choice === null);
  return (
    <section aria-labelledby="labels" className="mt-6">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h3 id="labels" className="font-semibold">
          {undecided.length === 0 ? "Culture labels" : `${plural(undecided.length, "culture label")} to decide`}
        </h3>
        {unknown.length > 1 ? (
          <Select
            aria-label="All unknown labels"
            className="w-auto"
            value={preview.import.newCultures}
            disabled={busy}
            options={[
              { value: "review", label: "Decide each" },
              { value: "create", label: "Make all cultures" },
              { value: "reject", label: "Leave all out" },
            ]}
            onChange={(event) => {
              const { value } = event.target;
              if (value === "review" || value === "create" || value === "reject") onAll(value);
            }}
          />
        ) : null}
      </div>
      <datalist id={list}>
        {cultures.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <ul className="border-t border-line">
        {unknown.map((label) => (
          <LabelRow key={label.label} label={label} cultures={cultures} list={list} busy={busy} onChoose={onChoose} />
        ))}
      </ul>
      {resolved.length === 0 ? null : (
        <details className="mt-2">
          <summary className="text-lapis">{plural(resolved.length, "label")} known already</summary>
          <ul className="mt-1">
            {resolved.map(({ label, name, count }) => (
              <li key={label} className="flex min-h-7 items-center gap-2 border-b border-line">
                <bdi>{label}</bdi>
                <span className="text-ink-3" aria-hidden="true">
                  →
                </span>
                <span className="unseen">is</span>
                {name}
                <span className="n ms-auto text-12 text-ink-3">{formatCount(count)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function LabelRow({
  label,
  cultures,
  list,
  busy,
  onChoose,
}: {
  label: UnknownLabel;
  cultures: readonly KnownCulture[];
  list: string;
  busy: boolean;
  onChoose: LabelReviewProps["onChoose"];
}) {
  const { choice, suggestion } = label;
  const mapped = choice?.action === "map" ? cultures.find(({ code }) => code === choice.code) : undefined;
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState(mapped?.name ?? "");
  const wanted = name.trim().toLowerCase();
  const found = cultures.find((culture) => culture.name.toLowerCase() === wanted || culture.code === wanted);
  const value = asking
    ? "another"
    : choice === null
      ? ""
      : choice.action === "map"
        ? choice.code === suggestion?.code
          ? "suggestion"
          : "another"
        : choice.action;
  const choose = (next: string) => {
    setAsking(next === "another");
    if (next === "suggestion" && suggestion) onChoose(label.label, { action: "map", code: suggestion.code });
    if (next === "create" || next === "reject") onChoose(label.label, { action: next });
  };
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-b border-line py-2 small:grid-cols-[minmax(0,1fr)_auto_220px]">
      <bdi className="font-medium [overflow-wrap:anywhere]">{label.label}</bdi>
      <span className="text-12 text-ink-3">{plural(label.count, "row")}</span>
      <Select
        aria-label={`What to do with ${label.label}`}
        className="max-small:col-span-2"
        value={value}
        disabled={busy}
        options={[
          ...(value === "" ? [{ value: "", label: "Not decided: left out" }] : []),
          ...(suggestion === null ? [] : [{ value: "suggestion", label: `Map to ${suggestion.name}` }]),
          { value: "another", label: mapped && !asking ? `Map to ${mapped.name}` : "Map to another culture…" },
          { value: "create", label: "Make it a culture" },
          { value: "reject", label: "Leave its rows out" },
        ]}
        onChange={(event) => choose(event.target.value)}
      />
      {asking ? (
        <form
          className="col-span-full flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (!found) return;
            setAsking(false);
            onChoose(label.label, { action: "map", code: found.code });
          }}
        >
          <input
            className="control"
            aria-label={`Culture for ${label.label}`}
            list={list}
            value={name}
            onChange={(event) => setName(event.target.value)}
            placeholder="Name or code"
          />
          <button type="submit" className="button" disabled={!found}>
            Map
          </button>
        </form>
      ) : null}
    </li>
  );
}
