import type { ApiProblem } from "#components/api-client.ts";
import { Note } from "#components/ui/note.tsx";

/** Says what went wrong after an act, read aloud at once. Nothing where nothing did. */
export function ProblemNote({ problem }: { problem: ApiProblem | null }) {
  if (problem === null) return null;
  return (
    <Note trouble role="alert">
      {problem.message}
    </Note>
  );
}
