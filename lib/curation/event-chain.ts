import type { Difference } from "./difference.ts";

/** An event's fields as text, just as the database writes them; absent ones are null. */
export interface ChainedEvent {
  projectId: string;
  number: string;
  idempotencyKey: string;
  conversationId: string | null;
  actorKind: string;
  actorId: string | null;
  kind: string;
  subject: string | null;
  fromVersion: string | null;
  toVersion: string | null;
  payload: string;
  previousHash: string;
  hash: string;
}

/** The text over which an event's hash is taken: its fields in a fixed order with unit separators between. */
export function eventText(event: ChainedEvent): string {
  return [
    event.projectId,
    event.number,
    event.idempotencyKey,
    event.conversationId ?? "",
    event.actorKind,
    event.actorId ?? "",
    event.kind,
    event.subject ?? "",
    event.fromVersion ?? "",
    event.toVersion ?? "",
    event.payload,
    event.previousHash,
  ].join("\x1f");
}

/**
 * Checks a project's chain, event by event: numbers from 1 without gaps, each hash over the stored text, each event naming
 * the hash of the one before, and at the end the head that the database keeps.
 *
 * @param sha256 the SHA-256 of a text in UTF-8, in hex
 */
export function createChainCheck(
  sha256: (text: string) => string,
  report: (difference: Difference) => void,
): { check(event: ChainedEvent): void; end(head: { number: number; hash: string } | null): void } {
  let number = 0;
  let hash = "";
  return {
    check(event) {
      number += 1;
      if (event.number !== String(number)) {
        report({ kind: "event.number", id: event.number, expected: String(number), found: event.number });
        number = Number(event.number);
      }
      if (event.previousHash !== hash)
        report({ kind: "event.previous-hash", id: event.number, expected: hash, found: event.previousHash });
      const expected = sha256(eventText(event));
      if (event.hash !== expected) report({ kind: "event.hash", id: event.number, expected, found: event.hash });
      hash = event.hash;
    },
    end(head) {
      const expected = `${number} ${hash}`;
      const found = head === null ? "none" : `${head.number} ${head.hash}`;
      if (found !== expected && !(head === null && number === 0))
        report({ kind: "event.head", id: "event_chain", expected, found });
    },
  };
}
