import { DiffText } from "#components/triage/diff-text.tsx";
import { wordDiff } from "#components/triage/word-diff.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { ImportLine } from "#lib/schema/import-view.ts";
import { LineFacts } from "./line-facts.tsx";

type PreviewTurn = ImportLine["turns"][number];

/** Conversations of the project that the file would change: the text of today beside the text to come. */
export function UpdateRows({ count, lines }: { count: number; lines: readonly ImportLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="updates" className="border-t border-edge px-4 py-4 small:px-5">
      <h2 id="updates">{plural(count, "conversation")} to be changed</h2>
      <p className="mb-3 text-ink-3">
        Each gets a new revision and waits for a decision again; the text of today stays in its history.
        {lines.length < count ? ` The first ${formatCount(lines.length)} are shown.` : ""}
      </p>
      <ol className="border-t border-line">
        {lines.map((line) => (
          <UpdateRow key={line.line} line={line} />
        ))}
      </ol>
    </section>
  );
}

function UpdateRow({ line }: { line: ImportLine }) {
  const current = line.current ?? [];
  const places = Array.from({ length: Math.max(current.length, line.turns.length) }, (_, place) => place);
  const changed = places.filter((place) => !isSame(current[place], line.turns[place]));
  const kept = places.length - changed.length;
  const question = line.turns.find(({ role }) => role === "user");
  const asked = question !== undefined && !changed.includes(line.turns.indexOf(question)) ? question : null;
  return (
    <li className="grid gap-x-5 gap-y-1 border-b border-line py-2 small:grid-cols-[130px_minmax(0,1fr)] wide:grid-cols-[130px_220px_minmax(0,1fr)_minmax(0,1fr)]">
      <LineFacts line={line} />
      <div className="col-span-full grid min-w-0 gap-y-2 wide:col-span-2 wide:col-start-3">
        {asked === null ? null : (
          <ScriptText lang={line.language} voice="ask">
            {asked.content}
          </ScriptText>
        )}
        {changed.map((place) => (
          <ChangedTurn key={place} lang={line.language} before={current[place]} after={line.turns[place]} />
        ))}
        <p className="text-12 text-ink-3">
          {changed.length === 0
            ? "The text stays; its culture or language changes."
            : kept === 0
              ? ""
              : `${plural(kept, "turn")} ${kept === 1 ? "stays" : "stay"} as ${kept === 1 ? "it is" : "they are"}.`}
        </p>
      </div>
    </li>
  );
}

function isSame(one: PreviewTurn | undefined, other: PreviewTurn | undefined): boolean {
  return one?.role === other?.role && one?.content === other?.content;
}

/** Beyond this many characters the two texts stand side by side without marks: comparing them would hold the page up. */
const comparable = 20_000;

function ChangedTurn({
  lang,
  before,
  after,
}: {
  lang: string | null;
  before: PreviewTurn | undefined;
  after: PreviewTurn | undefined;
}) {
  const voice = (after ?? before)?.role === "user" ? "ask" : "answer";
  const was = before?.content ?? "";
  const becomes = after?.content ?? "";
  return (
    <div className="grid grid-cols-1 gap-x-5 gap-y-2 small:grid-cols-2">
      <div className="min-w-0">
        <p className="text-12 text-ink-3">Today</p>
        {before === undefined ? (
          <p className="text-ink-3">not there</p>
        ) : (
          <ScriptText lang={lang} voice={voice}>
            {was}
          </ScriptText>
        )}
      </div>
      <div className="min-w-0">
        <p className="text-12 text-ink-3">To come</p>
        {after === undefined ? (
          <p className="text-ink-3">taken away</p>
        ) : was.length + becomes.length > comparable ? (
          <ScriptText lang={lang} voice={voice}>
            {becomes}
          </ScriptText>
        ) : (
          <DiffText parts={wordDiff(was, becomes, lang ?? "und")} lang={lang ?? "und"} voice={voice} />
        )}
      </div>
    </div>
  );
}
