"use client";

import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatBytes } from "#components/ui/format-bytes.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { ImportPreview, ImportView } from "#lib/schema/import-view.ts";
import { FinalSheet } from "./final-sheet.tsx";
import { containerWords, shapeWords, stateWords } from "./import-words.ts";
import { type KnownCulture, LabelReview } from "./label-review.tsx";
import { MappingPane } from "./mapping-pane.tsx";
import { PreviewRows } from "./preview-rows.tsx";
import { UpdateRows } from "./update-rows.tsx";
import { useImport } from "./use-import.ts";
import { VerdictPane } from "./verdict-pane.tsx";

/** One import from the uploaded file to the final sheet: file, mapping, verdict, then the rows themselves. */
export function ImportBoard({
  project,
  first,
  cultures,
}: {
  project: string;
  first: ImportPreview;
  cultures: readonly KnownCulture[];
}) {
  const { preview, change, move, unheard } = useImport(project, first);
  const { import: file } = preview;
  const rejectsHref = `/api/v1/projects/${project}/imports/${file.id}/rejects`;
  if (file.state === "done")
    return <FinalSheet project={project} file={file} problems={preview.problems} rejectsHref={rejectsHref} />;
  const mappable = file.state === "review" || file.state === "refused";
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 small:px-5">
        <p className="me-auto min-w-0 font-semibold [overflow-wrap:anywhere]" dir="auto">
          {file.fileName}
        </p>
        <Acts project={project} file={file} busy={move.busy || change.busy} onMove={(verb) => void move.act(verb)} />
      </div>
      {(change.problem ?? move.problem ?? unheard) === null ? null : (
        <div className="px-4 pt-4 small:px-5">
          <ProblemNote problem={change.problem ?? move.problem ?? unheard} />
        </div>
      )}
      <div className="grid grid-cols-1 wide:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,4fr)]">
        <FilePane file={file} />
        {mappable ? (
          <MappingPane
            key={`${file.state} ${file.shape}`}
            file={file}
            busy={change.busy}
            onChange={(next) => void change.act(next)}
          />
        ) : null}
        {file.state === "review" ? (
          <VerdictPane preview={preview} rejectsHref={rejectsHref}>
            <LabelReview
              preview={preview}
              cultures={cultures}
              busy={change.busy}
              onChoose={(label, choice) => void change.act({ labels: { [label]: choice } })}
              onAll={(newCultures) => void change.act({ newCultures })}
            />
          </VerdictPane>
        ) : null}
      </div>
      {file.state === "review" ? (
        <>
          <UpdateRows count={file.updated} lines={preview.updates} />
          <PreviewRows id="rows" title={`The first ${preview.lines.length} rows`} lines={preview.lines} />
        </>
      ) : null}
    </>
  );
}

function Acts({
  project,
  file,
  busy,
  onMove,
}: {
  project: string;
  file: ImportView;
  busy: boolean;
  onMove: (verb: "commit" | "cancel") => void;
}) {
  const taken = file.inserted + file.updated;
  if (file.state === "cancelled" || file.state === "failed")
    return <ButtonLink href={`/projects/${project}/import`}>Import another file</ButtonLink>;
  return (
    <>
      {file.state === "committing" ? null : (
        <Button busy={busy} onClick={() => onMove("cancel")}>
          Give this import up
        </Button>
      )}
      {file.state === "review" && file.read > 0 ? (
        <Button look="main" busy={busy} disabled={taken + file.unchanged === 0} onClick={() => onMove("commit")}>
          Import {formatCount(taken)}
          {file.rejected === 0 ? "" : `, leave out ${formatCount(file.rejected)}`}
        </Button>
      ) : null}
    </>
  );
}

function FilePane({ file }: { file: ImportView }) {
  return (
    <section aria-labelledby="file" className="min-w-0 p-4 small:p-5">
      <h2 id="file" className="mb-3">
        File
      </h2>
      <dl className="grid grid-cols-[90px_minmax(0,1fr)] gap-y-1">
        <dt className="text-ink-3">State</dt>
        <dd>{stateWords[file.state]}</dd>
        <dt className="text-ink-3">Size</dt>
        <dd>{formatBytes(file.bytes)}</dd>
        {file.container === null ? null : (
          <>
            <dt className="text-ink-3">Holds</dt>
            <dd>{containerWords[file.container]}</dd>
          </>
        )}
        {file.shape === null ? null : (
          <>
            <dt className="text-ink-3">Shape</dt>
            <dd>{shapeWords[file.shape]}</dd>
          </>
        )}
      </dl>
      <div className="mt-4 space-y-3">
        {file.problem === null ? null : (
          <Note trouble role="alert">
            {file.problem}
          </Note>
        )}
        {file.state === "uploaded" || file.state === "staging" ? (
          <Progress
            label="Reading"
            done={file.read}
            total={null}
            unit={`rows read, ${formatCount(file.rejected)} to leave out`}
          />
        ) : null}
        {file.state === "committing" ? (
          <Progress
            label="Import"
            done={Math.min(file.committedLine, file.read)}
            total={file.read}
            unit="rows taken over. You may leave this page."
          />
        ) : null}
        {file.notes.map((note) => (
          <Note key={`${note.code} ${note.field ?? ""}`}>{note.message}</Note>
        ))}
        {file.state === "cancelled" ? <p className="text-ink-3">Nothing of it entered the project.</p> : null}
        {file.state === "failed" ? (
          <p className="text-ink-3">
            What was taken over before it failed is kept. Send the file again: what is here already is left alone.
          </p>
        ) : null}
      </div>
    </section>
  );
}
