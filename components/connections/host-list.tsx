"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useRef } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { AllowedHostView } from "#lib/schema/connection.ts";

/** The hosts that requests may go to. */
export function HostList({ hosts }: { hosts: readonly AllowedHostView[] }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const adding = useAct(
    useCallback(
      async (host: string, idempotencyKey: string) => {
        await request("POST", "/allowed-hosts", { body: { host }, idempotencyKey });
        form.current?.reset();
        router.refresh();
      },
      [router],
    ),
  );
  const removing = useAct(
    useCallback(
      async (host: string, idempotencyKey: string) => {
        await request("DELETE", `/allowed-hosts/${encodeURIComponent(host)}`, { idempotencyKey });
        router.refresh();
      },
      [router],
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void adding.act(String(new FormData(event.currentTarget).get("host") ?? "").trim());
  };
  return (
    <section className="mt-10 border-t border-line pt-4" aria-labelledby="hosts">
      <h2 id="hosts" className="text-15">
        Allowed hosts
      </h2>
      <p className="mt-1 mb-3 text-ink-3">
        Requests go to these hosts and to no others. One on this machine or in its network is allowed at the command
        line:{" "}
        <code dir="ltr" className="font-mono text-12">
          npm run -s tessera -- allow-host localhost
        </code>
      </p>
      {hosts.length === 0 ? (
        <p className="text-ink-3">No host is allowed: nothing is sent anywhere.</p>
      ) : (
        <ul className="border-t border-edge">
          {hosts.map((each) => {
            const host = each.port === null ? each.host : `${each.host}:${each.port}`;
            return (
              <li key={host} className="flex min-h-(--row) flex-wrap items-center gap-x-4 border-b border-line">
                <bdi className="min-w-0 flex-1 font-mono [overflow-wrap:anywhere]">{host}</bdi>
                {each.private ? <span className="text-12 text-ink-3">may lie in a private network</span> : null}
                <Button
                  look="bare"
                  busy={removing.busy}
                  aria-label={`Allow ${host} no more`}
                  onClick={() => void removing.act(host)}
                >
                  Allow no more
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <form ref={form} className="mt-3 grid items-start gap-3 small:grid-cols-[1fr_auto]" onSubmit={submit}>
        <TextField
          label="Host"
          name="host"
          required
          dir="ltr"
          className="font-mono"
          hint="Such as api.openai.com, with :port where only one is meant."
          error={adding.errorOf("host")}
        />
        <Button type="submit" className="small:mt-5" busy={adding.busy}>
          Allow the host
        </Button>
      </form>
      <div className="mt-3">
        <ProblemNote problem={adding.problem ?? removing.problem} />
      </div>
    </section>
  );
}
