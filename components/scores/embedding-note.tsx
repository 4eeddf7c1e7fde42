import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { plural } from "#components/ui/plural.ts";
import type { EmbeddingStatus } from "#lib/schema/embedding-status.ts";
import { embeddingSentence, searchSentence } from "./embedding-words.ts";

/** Whose vectors a project is scored by, how many texts have one, what that took, and why it paused if it did. */
export function EmbeddingNote({ status }: { status: EmbeddingStatus }) {
  const { model, connectionName, tokens, cost, requests, problem, state } = status;
  const search = searchSentence(status);
  return (
    <>
      <p className="max-w-[74ch] text-12 text-ink-3">
        By <bdi className="break-all">{model}</bdi> of <bdi>{connectionName}</bdi>: {embeddingSentence(status)}
        {requests === 0 ? "" : ` ${plural(requests, "request")}, ${plural(tokens, "token")} so far`}
        {requests === 0 ? "" : cost === null ? "." : `, US$ ${cost.toFixed(cost < 1 ? 4 : 2)}.`}
        {search === null ? "" : ` ${search}`}
      </p>
      {state === "paused" && problem !== null ? (
        <Note trouble>
          Paused at {formatCount(status.done)} of {formatCount(status.total)} texts. {problem} What was embedded is
          kept; score again to go on.
        </Note>
      ) : null}
    </>
  );
}
