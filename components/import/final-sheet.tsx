import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatBytes } from "#components/ui/format-bytes.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { ImportPreview, ImportView } from "#lib/schema/import-view.ts";
import { verdictWords } from "./import-words.ts";
import { VerdictStrip } from "./verdict-pane.tsx";

/** What became of every row: read = new + changed + already here + left out. */
export function FinalSheet({
  project,
  file,
  problems,
  rejectsHref,
}: {
  project: string;
  file: ImportView;
  problems: ImportPreview["problems"];
  rejectsHref: string;
}) {
  const taken = file.inserted + file.updated;
  const sums = [
    { word: verdictWords.insert, count: file.inserted },
    { word: verdictWords.update, count: file.updated },
    { word: verdictWords.unchanged, count: file.unchanged },
    { word: verdictWords.reject, count: file.rejected },
  ];
  return (
    <div className="max-w-[800px] p-4 small:p-8">
      <h2 className="font-display text-24 font-normal [overflow-wrap:anywhere]" dir="auto">
        {file.fileName}
      </h2>
      <p className="mt-1 mb-6 text-ink-3">
        {formatBytes(file.bytes)}.{" "}
        {taken === 0
          ? "Nothing new in it."
          : `${plural(taken, "conversation")} entered the project and will be scored.`}
      </p>
      <VerdictStrip file={file} />
      <table className="table mt-6 max-w-[360px]">
        <caption className="unseen">Rows read, and what became of them</caption>
        <tbody>
          {sums.map(({ word, count }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td className="figure">
                <span className="n">{formatCount(count)}</span>
              </td>
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row" className="border-t border-edge font-semibold">
              read
            </th>
            <td className="figure border-t border-edge">
              <span className="n">{formatCount(file.read)}</span>
            </td>
          </tr>
        </tbody>
      </table>
      {problems.length === 0 ? null : (
        <ul className="mt-6">
          {problems.map(({ code, message, count }) => (
            <li key={`${code} ${message}`} className="flex gap-3 py-1">
              <span className="n w-12 shrink-0 text-end">{formatCount(count)}</span>
              <span className="min-w-0 [overflow-wrap:anywhere]">{message}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6 flex flex-wrap gap-2">
        <ButtonLink look="main" href={`/projects/${project}/triage`}>
          Continue triage
        </ButtonLink>
        <ButtonLink href={`/projects/${project}/browse`}>Browse</ButtonLink>
        {file.rejected === 0 ? null : (
          <a className="button" href={rejectsHref} download>
            Download rejects
          </a>
        )}
        <ButtonLink look="bare" href={`/projects/${project}/import`}>
          Import another file
        </ButtonLink>
      </div>
    </div>
  );
}
