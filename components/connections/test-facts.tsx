import { Day } from "#components/ui/day.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { plural } from "#components/ui/plural.ts";
import type { Abilities, ConnectionTest } from "#lib/schema/connection.ts";
import { abilityNames } from "#lib/schema/connection-choices.ts";

const abilityWords: Record<keyof Abilities, string> = {
  chat: "Chat",
  jsonSchema: "JSON by a schema",
  jsonMode: "JSON",
  logprobs: "Logprobs",
  seed: "Seed",
  embeddings: "Embeddings",
  batch: "Batches",
};
const answerWords = { yes: "yes", no: "no", unknown: "could not tell" };

/** What the last test of an endpoint found. */
export function TestFacts({ test }: { test: ConnectionTest }) {
  const { at, latency, problem, models, chatModel, embeddingModel, dimensions, abilities } = test;
  return (
    <>
      {problem === null ? null : <Note trouble>{problem}</Note>}
      <p className="text-12 text-ink-3">
        Tested <Day at={at} />
        {latency === null ? null : `, answered in ${formatCount(latency)} ms`}, lists {plural(models.length, "model")}
      </p>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-12">
        {abilityNames.map((name) => (
          <div key={name} className="flex gap-2">
            <dt className="text-ink-3">{abilityWords[name]}</dt>
            <dd className={abilities[name] === "yes" ? "font-medium" : "text-ink-3"}>{answerWords[abilities[name]]}</dd>
          </div>
        ))}
      </dl>
      {chatModel === null && embeddingModel === null ? null : (
        <p className="text-12 text-ink-3 [overflow-wrap:anywhere]">
          {chatModel === null ? null : (
            <>
              Chat was tried with <bdi className="font-mono">{chatModel}</bdi>.{" "}
            </>
          )}
          {embeddingModel === null ? null : (
            <>
              Vectors of {dimensions} numbers come from <bdi className="font-mono">{embeddingModel}</bdi>.
            </>
          )}
        </p>
      )}
    </>
  );
}
