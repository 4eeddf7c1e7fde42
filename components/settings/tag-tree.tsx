"use client";

import { ProblemNote } from "#components/problem-note.tsx";
import { plural } from "#components/ui/plural.ts";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { TagView } from "#lib/schema/project.ts";
import { Opening } from "./opening.tsx";
import { useVocabulary } from "./use-vocabulary.ts";

const kinds = [
  { value: "facet", label: "Facet of culture" },
  { value: "harm", label: "Harm" },
  { value: "validity", label: "Doubt about validity" },
  { value: "other", label: "Other" },
];

/** Tags with those below them. Renaming, moving and merging keep what was tagged and its history. */
export function TagTree({ project, tags, mayEdit }: { project: string; tags: readonly TagView[]; mayEdit: boolean }) {
  const { act, busy, problem } = useVocabulary(project);
  const tops = tags.filter((tag) => tag.parent === null);
  const below = (tag: TagView) => tags.filter((other) => other.parent === tag.key);
  const text = (fields: FormData, name: string) => String(fields.get(name) ?? "").trim();
  const parentOf = (fields: FormData) => (text(fields, "parent") === "" ? null : text(fields, "parent"));

  const add = (fields: FormData) =>
    act({
      method: "POST",
      path: "tags",
      body: {
        name: text(fields, "name"),
        kind: text(fields, "kind"),
        parent: parentOf(fields),
        description: text(fields, "description"),
      },
      done: `${text(fields, "name")} added`,
    });
  const change = (tag: TagView) => (fields: FormData) =>
    act({
      method: "PATCH",
      path: `tags/${tag.id}`,
      body: {
        expectedVersion: tag.version,
        name: text(fields, "name"),
        description: text(fields, "description"),
        ...(fields.has("parent") ? { parent: parentOf(fields) } : {}),
      },
      done: `${text(fields, "name")} saved`,
    });
  const merge = (tag: TagView) => (fields: FormData) =>
    act({
      method: "POST",
      path: `tags/${tag.id}/merge`,
      body: { into: text(fields, "into"), expectedVersion: tag.version },
      done: `${tag.name} merged`,
    });

  const row = (tag: TagView, holds: boolean) => (
    <div className="flex min-h-(--row) flex-wrap items-center gap-x-3 py-1">
      <div className="me-auto min-w-0 flex-1 basis-60">
        <span className={holds ? "font-semibold" : ""} dir="auto">
          {tag.name}
        </span>{" "}
        <span className="text-12 text-ink-3">
          {tag.conversations === 0 ? "" : plural(tag.conversations, "conversation")}
        </span>
        {tag.description === "" ? null : (
          <p className="text-12 text-ink-3" dir="auto">
            {tag.description}
          </p>
        )}
      </div>
      {mayEdit ? (
        <>
          <Opening button="Edit" label={`Edit ${tag.name}`} busy={busy} submit="Save" save={change(tag)}>
            <TextField label="Name" name="name" defaultValue={tag.name} required maxLength={120} />
            <TextAreaField
              label="When to use it"
              name="description"
              rows={2}
              defaultValue={tag.description}
              maxLength={600}
            />
            {holds ? null : (
              <ParentField
                tops={tops.filter((top) => top.id !== tag.id)}
                parent={tops.find((top) => top.key === tag.parent)?.id ?? ""}
              />
            )}
          </Opening>
          {holds ? null : (
            <Opening
              button="Merge"
              label={`Merge ${tag.name} into another tag`}
              busy={busy}
              submit="Merge"
              save={merge(tag)}
            >
              <SelectField
                label={`Merge ${tag.name} into`}
                name="into"
                required
                defaultValue=""
                hint={`${plural(tag.conversations, "conversation")} will carry the other tag instead; this one is offered no more.`}
                options={[
                  { value: "", label: "Choose a tag" },
                  ...tags
                    .filter((other) => other.id !== tag.id)
                    .map((other) => ({ value: other.id, label: other.path })),
                ]}
              />
            </Opening>
          )}
        </>
      ) : null}
    </div>
  );

  return (
    <section aria-labelledby="tags">
      <h2 id="tags" className="mb-2 text-15">
        {plural(tags.length, "tag")}
      </h2>
      <ProblemNote problem={problem} />
      {tags.length > 0 ? null : (
        <p className="mb-3 text-ink-3">
          {mayEdit
            ? "No tags yet. Add one, and Triage offers it under its key for tags."
            : "No tags yet. A curator adds them here."}
        </p>
      )}
      {kinds.map(({ value, label }) => {
        const own = tops.filter((tag) => tag.kind === value);
        if (own.length === 0) return null;
        return (
          <div key={value} className="mb-6">
            <h3 className="border-b border-edge pb-1 text-12 font-medium text-ink-2">{label}</h3>
            <ul>
              {own.map((tag) => (
                <li key={tag.id} className="border-b border-line">
                  {row(tag, below(tag).length > 0)}
                  {below(tag).length === 0 ? null : (
                    <ul className="ms-5 border-s border-line ps-4">
                      {below(tag).map((child) => (
                        <li key={child.id} className="border-b border-line last:border-0">
                          {row(child, false)}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {mayEdit ? (
        <Opening button="Add a tag" busy={busy} submit="Add the tag" save={add}>
          <TextField label="Name" name="name" required maxLength={120} />
          <SelectField label="Kind" name="kind" options={kinds} />
          <ParentField tops={tops} parent="" />
          <TextAreaField label="When to use it" name="description" rows={2} maxLength={600} />
        </Opening>
      ) : null}
    </section>
  );
}

function ParentField({ tops, parent }: { tops: readonly TagView[]; parent: string }) {
  return (
    <SelectField
      label="Below"
      name="parent"
      defaultValue={parent}
      options={[
        { value: "", label: "None: a tag at the top" },
        ...tops.map((top) => ({ value: top.id, label: top.name })),
      ]}
    />
  );
}
