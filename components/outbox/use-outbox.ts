"use client";
import { useMemo, useSyncExternalStore } from "react";
import { ApiProblem, request } from "#components/api-client.ts";
import { newKey } from "#components/new-key.ts";
import type { Undone } from "#lib/schema/bulk.ts";
import type { CommentView } from "#lib/schema/conversation-view.ts";
import { browserDatabase } from "./browser-database.ts";
import { browserTabs } from "./browser-tabs.ts";
import { draftsOf } from "./drafts.ts";
import { indexedStore } from "./indexed-store.ts";
import { createOutbox, type Outbox, type OutboxWorld } from "./outbox.ts";
import { emptyOutbox, type OutboxState, type Request } from "./outbox-state.ts";
import { noStore } from "./outbox-store.ts";

/** One outbox for each person in this tab, so that moving between pages keeps it. */
const outboxes = new Map<string, Outbox>();

/** The person's outbox, and its state as it changes. The server draws it empty. */
export function useOutbox(person: string): { outbox: Outbox | null; state: OutboxState } {
  const outbox = useMemo(() => (typeof window === "undefined" ? null : outboxOf(person)), [person]);
  const state = useSyncExternalStore(outbox?.subscribe ?? subscribeToNothing, outbox?.read ?? readNothing, readNothing);
  return { outbox, state };
}

const subscribeToNothing = () => () => {};
const readNothing = () => emptyOutbox;

function outboxOf(person: string): Outbox {
  const known = outboxes.get(person);
  if (known !== undefined) return known;
  const database = browserDatabase();
  const store = database.then((found) => (found === null ? noStore : indexedStore(found, person)));
  const tabs = database.then((found) => browserTabs(found, person));
  const made = createOutbox({
    store: {
      load: async () => (await store).load(),
      commit: async (step) => (await store).commit(step),
      forgetVersions: async () => (await store).forgetVersions(),
    },
    tabs: {
      lead: (begin) => void tabs.then((open) => open.lead(begin)),
      tell: (news) => void tabs.then((open) => open.tell(news)),
      hear: (listen) => void tabs.then((open) => open.hear(listen)),
    },
    send,
    later: (call, milliseconds) => void setTimeout(call, milliseconds),
    newKey,
    now: Date.now,
  });
  outboxes.set(person, made);
  guardLeaving(made);
  void draftsOf(person);
  return made;
}

/**
 * While something waits, whoever leaves the page is asked, and a connection that comes back is used at once. Not in the
 * task of a key press: a browser takes a few milliseconds for such a listener.
 */
function guardLeaving(outbox: Outbox): void {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  let guarded = false;
  const look = () => {
    const waiting = outbox.read().entries.length > 0;
    if (waiting === guarded) return;
    guarded = waiting;
    if (waiting) {
      window.addEventListener("online", outbox.retryNow);
      window.addEventListener("beforeunload", warn);
    } else {
      window.removeEventListener("online", outbox.retryNow);
      window.removeEventListener("beforeunload", warn);
    }
  };
  outbox.subscribe(() => void setTimeout(look));
}

/** Statuses that a later attempt may well not meet: too slow, too many, server trouble. */
const passing = (status: number) => status === 408 || status === 429 || status >= 500;

async function send({ path, body }: Request, key: string): ReturnType<OutboxWorld["send"]> {
  try {
    return { written: await request<Undone | CommentView>("POST", path, { body, idempotencyKey: key }) };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 0) return { failure: { kind: "unreachable", halt: "offline" } };
    if (error.status === 401) return { failure: { kind: "unreachable", halt: "signed-out" } };
    if (passing(error.status)) return { failure: { kind: "busy" } };
    if (error.status === 409) {
      const reader = await import("./read-conflict.ts").catch(() => null);
      // The connection went meanwhile: asked again, the server says the same.
      if (reader === null) return { failure: { kind: "busy" } };
      const conflict = reader.readConflict(error.details);
      if (conflict !== null) return { failure: { kind: "conflict", conflict } };
    }
    return { failure: { kind: "refused", problem: error.message } };
  }
}
