"use client";

import type { ApiProblem } from "#components/api-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";

/** The version that somebody else's change left, if the answer was that one's own came too late. */
function newerVersion(problem: ApiProblem | null): number | null {
  const version = problem?.code === "conflict" ? problem.details.version : undefined;
  return typeof version === "number" ? version : null;
}

/** What went wrong; where somebody else was faster, the choice between their text and one's own, which still stands in the form. */
export function ConflictNote({
  problem,
  onKeepMine,
}: {
  problem: ApiProblem | null;
  onKeepMine: (version: number) => void;
}) {
  if (problem === null) return null;
  const version = newerVersion(problem);
  return (
    <Note trouble role="alert">
      {problem.message}
      {version === null ? null : (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onClick={() => window.location.reload()}>Load theirs</Button>
          <Button onClick={() => onKeepMine(version)}>Save mine over it</Button>
        </div>
      )}
    </Note>
  );
}
