import { plural } from "#components/ui/plural.ts";
import type { PromptRevision } from "#lib/schema/prompt.ts";

/** What a revision is called: `Revision 3`, or the wording that came with Tessera. */
export function revisionTitle({ revision, builtIn }: Pick<PromptRevision, "revision" | "builtIn">): string {
  if (revision === 0) return "Came with Tessera";
  return builtIn ? `Revision ${revision}: as it came with Tessera` : `Revision ${revision}`;
}

/** Who wrote a revision, and how many runs began with it. */
export function revisionFacts({
  author,
  runs,
  revision,
}: Pick<PromptRevision, "author" | "runs" | "revision">): string {
  const by = revision === 0 ? [] : [author ?? "somebody at the command line"];
  return [...by, runs === 0 ? "no run began with it" : `${plural(runs, "run")} began with it`].join(", ");
}
