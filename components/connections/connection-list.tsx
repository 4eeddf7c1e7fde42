"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Note } from "#components/ui/note.tsx";
import { plural } from "#components/ui/plural.ts";
import { useAct } from "#components/use-act.ts";
import type { ConnectionTest, ConnectionView } from "#lib/schema/connection.ts";
import { TestFacts } from "./test-facts.tsx";

/** The endpoints of this Tessera, each with what its last test found. */
export function ConnectionList({ address, connections }: { address: string; connections: readonly ConnectionView[] }) {
  const add = (
    <ButtonLink href={`${address}&connection=new`} look={connections.length === 0 ? "main" : "plain"}>
      Add a connection
    </ButtonLink>
  );
  return (
    <section aria-labelledby="connections">
      <h2 id="connections" className="text-15">
        Connections
      </h2>
      <p className="mt-1 mb-3 text-ink-3">
        Endpoints that speak the OpenAI API, for all projects. Only the owner sees them, and nobody sees a key again.
      </p>
      {connections.length === 0 ? (
        <EmptyState action={add}>
          No connections yet. Everything but generating, judging by models and embeddings works without one.
        </EmptyState>
      ) : (
        <>
          <ul className="border-t border-edge">
            {connections.map((connection) => (
              <ConnectionRow key={connection.id} address={address} connection={connection} />
            ))}
          </ul>
          <p className="mt-3">{add}</p>
        </>
      )}
    </section>
  );
}

function ConnectionRow({ address, connection }: { address: string; connection: ConnectionView }) {
  const { id, name, baseUrl, blocked, key, simulated, projects, tested } = connection;
  const router = useRouter();
  const testing = useAct(
    useCallback(
      async (_: null, idempotencyKey: string) => {
        const found = await request<ConnectionTest>("POST", `/connections/${id}/test`, { body: {}, idempotencyKey });
        announce(found.problem ?? `${name} answers`);
        router.refresh();
      },
      [id, name, router],
    ),
  );
  const keyWords = { none: "no key", kept: "key kept", unreadable: "key must be given again" }[key];
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-48 text-14 font-medium [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </h3>
        <Button busy={testing.busy} aria-label={`Test ${name}`} onClick={() => void testing.act(null)}>
          {testing.busy ? "Asks, up to a minute or two" : "Test"}
        </Button>
        <Link
          className="inline-flex min-h-6 items-center text-ink"
          href={`${address}&connection=${id}`}
          prefetch={false}
          aria-label={`Change ${name}`}
        >
          Change
        </Link>
      </div>
      <p className="mt-1 text-12 text-ink-3 [overflow-wrap:anywhere]">
        <span dir="ltr" className="font-mono">
          {baseUrl}
        </span>
        {` · ${keyWords}`}
        {simulated ? " · simulated" : null}
        {` · used by ${plural(projects, "project")}`}
      </p>
      <div className="mt-2 space-y-2">
        {blocked === null ? null : <Note trouble>{blocked}</Note>}
        <ProblemNote problem={testing.problem} />
        {tested === null ? <p className="text-12 text-ink-3">Not tested yet.</p> : <TestFacts test={tested} />}
      </div>
    </li>
  );
}
