import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import { type StonePart, StoneStrip } from "#components/ui/stone-strip.tsx";
import { noteCodes } from "#lib/import/codes.ts";
import type { ImportPreview, ImportView } from "#lib/schema/import-view.ts";
import { verdictWords } from "./import-words.ts";

const noteWords = new Map<string, string>(Object.entries(noteCodes));

/** What becomes of the rows, as stones: each is one in a hundred. */
export function VerdictStrip({ file }: { file: ImportView }) {
  const parts: StonePart[] = [
    { state: "accepted", count: file.inserted, word: verdictWords.insert },
    { state: "updated", count: file.updated, word: verdictWords.update },
    { state: "pending", count: file.unchanged, word: verdictWords.unchanged },
    { state: "rejected", count: file.rejected, word: verdictWords.reject },
  ];
  const known = parts.reduce((sum, part) => sum + part.count, 0);
  const drawn: StonePart[] =
    known < file.read ? [...parts, { state: "missing", count: file.read - known, word: "to come" }] : parts;
  return (
    <div>
      <StoneStrip
        parts={drawn}
        stones={Math.min(file.read, 100)}
        exact={file.read > 0 && file.read < 100}
        columns={25}
        size={10}
      />
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
        {parts.map((part) => (
          <li key={part.word} className="flex items-center gap-1.5">
            <StoneStrip exact size={10} columns={1} label="" parts={[{ ...part, count: 1 }]} />
            <span className="n font-medium">{formatCount(part.count)}</span> {part.word}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The verdict per row: the strip, what is wrong by cause, what was noticed, and whatever else stands in the pane. */
export function VerdictPane({
  preview,
  rejectsHref,
  children,
}: {
  preview: ImportPreview;
  rejectsHref: string;
  children?: ReactNode;
}) {
  const { import: file, problems, noteCounts } = preview;
  return (
    <section aria-labelledby="verdict" className="min-w-0 border-line p-4 max-wide:border-t small:p-5 wide:border-s">
      <h2 id="verdict" className="mb-3">
        {file.read === 0 ? "Verdict" : `${plural(file.read, "row")} read`}
      </h2>
      {file.read === 0 ? (
        <p className="text-ink-3">Map the columns; then each row gets its verdict here.</p>
      ) : (
        <VerdictStrip file={file} />
      )}
      {problems.length === 0 ? null : (
        <section aria-labelledby="problems" className="mt-6">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
            <h3 id="problems" className="font-semibold">
              Left out, by cause
            </h3>
            <a className="button" href={rejectsHref} download>
              Download rejects
            </a>
          </div>
          <ul className="border-t border-line">
            {problems.map(({ code, message, count, lines }) => (
              <li key={`${code} ${message}`} className="border-b border-line py-2">
                <div className="flex gap-3">
                  <span className="n w-14 shrink-0 text-end font-medium">{formatCount(count)}</span>
                  <div className="min-w-0">
                    <p className="[overflow-wrap:anywhere]" dir="auto">
                      {message}
                    </p>
                    <p className="text-12 text-ink-3">
                      <span className="mono">{code}</span>
                      {lines.length === 0 ? null : (
                        <>
                          {lines.length === 1 ? ", line " : ", lines "}
                          <span>{lines.slice(0, 12).map(formatCount).join(", ")}</span>
                          {count > 12 ? " …" : ""}
                        </>
                      )}
                    </p>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
      {noteCounts.length === 0 ? null : (
        <details className="mt-6">
          <summary className="text-lapis">Noticed, and kept as it is</summary>
          <ul className="mt-1 border-t border-line">
            {noteCounts.map(({ code, count }) => (
              <li key={code} className="flex gap-3 border-b border-line py-1.5">
                <span className="n w-14 shrink-0 text-end">{formatCount(count)}</span>
                <span>
                  {noteWords.get(code) ?? ""} <span className="mono">{code}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
