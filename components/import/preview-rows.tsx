import { formatCount } from "#components/ui/format-count.ts";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { ImportLine } from "#lib/schema/import-view.ts";
import { LineFacts } from "./line-facts.tsx";

/** Some rows of the file as they would enter the project, each in its own script. */
export function PreviewRows({ id, title, lines }: { id: string; title: string; lines: readonly ImportLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className="border-t border-edge px-4 py-4 small:px-5">
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      <ol className="border-t border-line">
        {lines.map((line) => (
          <PreviewRow key={line.line} line={line} />
        ))}
      </ol>
    </section>
  );
}

function PreviewRow({ line }: { line: ImportLine }) {
  const asked = line.turns.find((turn) => turn.role === "user") ?? line.turns[0];
  const answered = line.turns.find((turn) => turn.role === "assistant");
  return (
    <li className="grid gap-x-5 gap-y-1 border-b border-line py-2 small:grid-cols-[130px_minmax(0,1fr)] wide:grid-cols-[130px_220px_minmax(0,1fr)_minmax(0,1fr)]">
      <LineFacts line={line} />
      {line.message === null ? (
        <>
          <Excerpt text={asked?.content ?? ""} lang={line.language} voice="ask" />
          {answered ? (
            <Excerpt text={answered.content} lang={line.language} voice="answer" />
          ) : (
            <p className="text-12/5 text-ink-3">no answer</p>
          )}
        </>
      ) : (
        <p className="text-cinnabar [overflow-wrap:anywhere] wide:col-span-2" dir="auto">
          {line.message}
        </p>
      )}
    </li>
  );
}

/** Longer texts are cut here, and open whole. */
const enough = 220;

function Excerpt({ text, lang, voice }: { text: string; lang: string | null; voice: "ask" | "answer" }) {
  if (text.length <= enough * 1.5) {
    return (
      <ScriptText lang={lang} voice={voice} className="min-w-0">
        {text}
      </ScriptText>
    );
  }
  const cut = text.lastIndexOf(" ", enough);
  return (
    <details className="group min-w-0">
      <summary className="list-none">
        <ScriptText lang={lang} voice={voice} className="group-open:hidden">
          {text.slice(0, cut > enough / 2 ? cut : enough)}
        </ScriptText>
        <span className="text-12 text-lapis underline group-open:hidden">
          all {formatCount(text.length)} characters
        </span>
        <span className="hidden text-12 text-lapis underline group-open:inline">less</span>
      </summary>
      <ScriptText lang={lang} voice={voice}>
        {text}
      </ScriptText>
    </details>
  );
}
