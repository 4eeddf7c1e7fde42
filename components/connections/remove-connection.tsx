"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { plural } from "#components/ui/plural.ts";
import { useAct } from "#components/use-act.ts";
import type { ConnectionView } from "#lib/schema/connection.ts";

/** Takes a connection away. Its key goes with it and cannot be brought back, so this one act is asked about first. */
export function RemoveConnection({ address, connection }: { address: string; connection: ConnectionView }) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const { act, busy, problem } = useAct(
    useCallback(
      async (id: string, idempotencyKey: string) => {
        await request("DELETE", `/connections/${id}`, { idempotencyKey });
        router.push(address);
        router.refresh();
      },
      [address, router],
    ),
  );
  return (
    <section className="mt-10 border-t border-line pt-4" aria-labelledby="remove-connection">
      <h3 id="remove-connection" className="text-14 font-medium">
        Remove the connection
      </h3>
      <p className="mt-1 mb-2 text-ink-3">
        Its key is forgotten, and {plural(connection.projects, "project")} will go without it. What it wrote still names
        it.
      </p>
      <div className="flex flex-wrap gap-2">
        {asked ? (
          <>
            <Button busy={busy} onClick={() => void act(connection.id)}>
              Remove it with its key
            </Button>
            <Button look="bare" onClick={() => setAsked(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>Remove</Button>
        )}
      </div>
      <ProblemNote problem={problem} />
    </section>
  );
}
