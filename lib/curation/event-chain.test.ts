import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Difference } from "./difference.ts";
import { type ChainedEvent, createChainCheck, eventText } from "./event-chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function chainOf(payloads: readonly string[]): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (const [index, payload] of payloads.entries()) {
    const event: ChainedEvent = {
      projectId: "p",
      number: String(index + 1),
      idempotencyKey: `k${index}`,
      conversationId: null,
      actorKind: "operator",
      actorId: null,
      kind: "x",
      subject: null,
      fromVersion: null,
      toVersion: null,
      payload,
      previousHash: events.at(-1)?.hash ?? "",
      hash: "",
    };
    events.push({ ...event, hash: sha256(eventText(event)) });
  }
  return events;
}

function check(events: readonly ChainedEvent[], head: { number: number; hash: string } | null): Difference[] {
  const found: Difference[] = [];
  const chain = createChainCheck(sha256, (difference) => found.push(difference));
  for (const event of events) chain.check(event);
  chain.end(head);
  return found;
}

const headOf = (events: readonly ChainedEvent[]) => ({ number: events.length, hash: events.at(-1)?.hash ?? "" });

test("joins the fields with unit separators, absent ones as nothing", () => {
  const [event] = chainOf(['{"a":1}']);
  expect(event && eventText(event)).toBe('p\x1f1\x1fk0\x1f\x1foperator\x1f\x1fx\x1f\x1f\x1f\x1f{"a":1}\x1f');
  // printf 'p\0371\037k0\037\037operator\037\037x\037\037\037\037{"a":1}\037' | sha256sum
  expect(event?.hash).toBe("3cf4d97ae6c0a378989107185ba33a009c9a72e31002da8e6f89722602ec628c");
});

describe("a chain", () => {
  test("that is whole differs in nothing; so does an empty one", () => {
    const events = chainOf(["1", "2", "3"]);
    expect(check(events, headOf(events))).toEqual([]);
    expect(check([], null)).toEqual([]);
    expect(check([], { number: 0, hash: "" })).toEqual([]);
  });

  test("names the gap, the link, the hash and the head", () => {
    const events = chainOf(["1", "2", "3"]);
    const [first, second, third] = events;
    if (!first || !second || !third) throw new Error("There are three events");
    expect(check([first, third], headOf(events))).toEqual([
      { kind: "event.number", id: "3", expected: "2", found: "3" },
      { kind: "event.previous-hash", id: "3", expected: first.hash, found: second.hash },
    ]);
    expect(
      check([first, { ...second, payload: "9" }, third], headOf(events)).map(({ kind, id }) => [kind, id]),
    ).toEqual([["event.hash", "2"]]);
    expect(check([first, second], headOf(events)).map(({ kind }) => kind)).toEqual(["event.head"]);
    expect(check(events, null).map(({ kind }) => kind)).toEqual(["event.head"]);
  });

  test("shows any change of any field of any event", () => {
    const fields = Object.keys(chainOf(["1"])[0] ?? {});
    const arbitrary = fc.tuple(
      fc.array(fc.json(), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.constantFrom(...fields),
    );
    fc.assert(
      fc.property(arbitrary, ([payloads, place, field]) => {
        const events = chainOf(payloads);
        const at = place % events.length;
        const changed = events.map((event, index) => (index === at ? { ...event, [field]: "changed" } : event));
        expect(check(changed, headOf(events))).not.toEqual([]);
      }),
    );
  });
});
