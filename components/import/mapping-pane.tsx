"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import { Select } from "#components/ui/select.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { oneOf, recordShapes } from "#lib/schema/choices.ts";
import type { ColumnMapping, RecordShape } from "#lib/schema/import.ts";
import type { ImportView } from "#lib/schema/import-view.ts";
import { mappedFields, shapeWords } from "./import-words.ts";
import type { ImportChange } from "./use-import.ts";

/** How the file is read: its shape, or which of its columns feeds which field; and what the file does not say. */
export function MappingPane({
  file,
  busy,
  onChange,
}: {
  file: ImportView;
  busy: boolean;
  onChange: (change: ImportChange) => void;
}) {
  const [shape, setShape] = useState<RecordShape>(file.shape ?? "mapped");
  const columns = [{ value: "", label: "–" }, ...file.columns.map(({ path }) => ({ value: path, label: path }))];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = String(fields.get(name) ?? "").trim();
      return value === "" ? null : value;
    };
    const constants: NonNullable<ColumnMapping["constants"]> = {};
    for (const name of ["culture", "topic", "language", "source"] as const) {
      const value = text(`constant-${name}`);
      if (value !== null) constants[name] = value;
    }
    const mapping: ColumnMapping = { constants };
    if (shape === "mapped") for (const { field } of mappedFields) mapping[field] = text(field);
    onChange({ shape, mapping });
  };
  const samplesOf = (name: string | null | undefined) =>
    file.columns.find((column) => column.path === name)?.samples ?? [];
  return (
    <section aria-labelledby="mapping" className="min-w-0 border-line p-4 max-wide:border-t small:p-5 wide:border-s">
      <h2 id="mapping" className="mb-3">
        Mapping
      </h2>
      <form className="space-y-4" onSubmit={submit}>
        <SelectField
          label="Read as"
          value={shape}
          onChange={(event) => setShape(oneOf(recordShapes, event.target.value) ?? shape)}
          options={recordShapes.map((value) => ({ value, label: shapeWords[value] }))}
          hint={file.shape === null ? "No shape was recognised. Say which column is what." : undefined}
        />
        {shape === "mapped" ? (
          <MappedColumns columns={columns} mapping={file.mapping} samplesOf={samplesOf} />
        ) : (
          <ul className="border-t border-line text-12">
            {file.columns.slice(0, 8).map(({ path, samples }) => (
              <li key={path} className="grid grid-cols-[120px_minmax(0,1fr)] items-center gap-3 border-b border-line">
                <span className="mono truncate" title={path}>
                  {path}
                </span>
                <Sample text={samples[0]} />
              </li>
            ))}
          </ul>
        )}
        <details open={file.mapping?.constants !== undefined && Object.keys(file.mapping.constants).length > 0}>
          <summary className="text-lapis">What the file does not say</summary>
          <p className="mt-1 text-12 text-ink-3">Fills what a row lacks; what a row says itself stays.</p>
          <div className="mt-2 grid gap-3 small:grid-cols-2">
            <TextField
              label="Culture"
              name="constant-culture"
              defaultValue={file.mapping?.constants?.culture}
              maxLength={120}
            />
            <TextField
              label="Topic"
              name="constant-topic"
              defaultValue={file.mapping?.constants?.topic}
              maxLength={120}
            />
            <TextField
              label="Language"
              name="constant-language"
              dir="ltr"
              className="font-mono"
              defaultValue={file.mapping?.constants?.language}
              maxLength={35}
              hint="A tag such as ur."
            />
            <TextField
              label="Source"
              name="constant-source"
              defaultValue={file.mapping?.constants?.source}
              maxLength={120}
            />
          </div>
        </details>
        <Button type="submit" busy={busy}>
          Read again this way
        </Button>
      </form>
    </section>
  );
}

function MappedColumns({
  columns,
  mapping,
  samplesOf,
}: {
  columns: { value: string; label: string }[];
  mapping: ColumnMapping | null;
  samplesOf: (name: string | null | undefined) => readonly string[];
}) {
  const [chosen, setChosen] = useState<Partial<Record<string, string>>>(() =>
    Object.fromEntries(mappedFields.map(({ field }) => [field, mapping?.[field] ?? ""])),
  );
  return (
    <ul className="space-y-2">
      {mappedFields.map(({ field, word }) => (
        <li
          key={field}
          className="grid grid-cols-[110px_minmax(0,1fr)] items-center gap-x-3 small:grid-cols-[110px_160px_minmax(0,1fr)]"
        >
          <label htmlFor={`map-${field}`} className="text-ink-2">
            {word}
          </label>
          <Select
            id={`map-${field}`}
            name={field}
            className="font-mono text-12"
            options={columns}
            value={chosen[field] ?? ""}
            onChange={(event) => setChosen({ ...chosen, [field]: event.target.value })}
          />
          <div className="min-w-0 max-small:col-start-2">
            <Sample text={samplesOf(chosen[field])[0]} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Sample({ text }: { text: string | undefined }) {
  if (text === undefined || text === "") return <span className="text-12 text-ink-3">–</span>;
  return (
    <ScriptText lang={null} fit="row" as="span">
      {text}
    </ScriptText>
  );
}
