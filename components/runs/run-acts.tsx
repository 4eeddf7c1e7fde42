"use client";

import { Pause, Play, Square } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { RunView } from "#lib/schema/run.ts";
import type { RunVerb } from "./use-run.ts";

/** What may be done to a run as it stands. A cancelled run cannot be taken up again, so that is asked twice. */
export function RunActs({ run, busy, onTurn }: { run: RunView; busy: boolean; onTurn: (verb: RunVerb) => void }) {
  const [asking, setAsking] = useState(false);
  const { state, pending } = run;
  if (state === "done" || state === "cancelled" || state === "failed") return null;
  if (asking)
    return (
      <>
        <Button
          busy={busy}
          onClick={() => {
            setAsking(false);
            onTurn("cancel");
          }}
        >
          Cancel {formatCount(pending)} to come, keep the rest
        </Button>
        <Button look="bare" autoFocus onClick={() => setAsking(false)}>
          Go on
        </Button>
      </>
    );
  return (
    <>
      {state === "running" || state === "trial" ? (
        <Button busy={busy} onClick={() => onTurn("pause")}>
          <Icon of={Pause} />
          Pause
        </Button>
      ) : null}
      {state === "paused" || state === "tried" ? (
        <Button busy={busy} onClick={() => onTurn("resume")}>
          <Icon of={Play} />
          {state === "tried" ? `Go on with ${formatCount(pending)}` : "Resume"}
        </Button>
      ) : null}
      <Button onClick={() => setAsking(true)}>
        <Icon of={Square} />
        Cancel
      </Button>
    </>
  );
}
