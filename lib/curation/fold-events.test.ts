import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConversationState } from "../schema/act-payload.ts";
import type { Difference } from "./difference.ts";
import { createEventFold, type Folded, initialState, type StoredEvent } from "./fold-events.ts";

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const hash = (letter: string) => letter.repeat(64);
const person = uuid(900);
const blank = { actor: person, subject: null, fromVersion: null, toVersion: null, conversation: null };

function fold(events: readonly StoredEvent[]): { folded: Folded; differences: Difference[] } {
  const differences: Difference[] = [];
  const { apply, folded } = createEventFold((difference) => differences.push(difference));
  for (const event of events) apply(event);
  return { folded, differences };
}

describe("by hand", () => {
  const id = uuid(1);
  const accepted: ConversationState = { ...initialState, status: "accepted", decisionCount: 1, decidedBy: person };
  const rejected: ConversationState = { ...accepted, status: "rejected" };
  const decided = (
    number: number,
    from: number,
    decision: number,
    before: ConversationState,
    after: ConversationState,
  ) => ({
    ...blank,
    number,
    kind: "conversation.decided",
    conversation: id,
    fromVersion: from,
    toVersion: from + 1,
    payload: {
      decision: uuid(decision),
      decided: after.status === "accepted" ? "accept" : "reject",
      reason: null,
      note: null,
      revision: 1,
      withdrawn: decision === 101 ? [] : [uuid(decision - 1)],
      before,
      after,
    },
  });
  const first = decided(1, 1, 101, initialState, accepted);
  const second = decided(2, 2, 102, accepted, rejected);
  const acts = [first, second];
  const taken = {
    ...blank,
    number: 3,
    kind: "conversation.undone",
    conversation: id,
    subject: 2,
    fromVersion: 3,
    toVersion: 4,
    payload: { added: [], removed: [], before: rejected, after: accepted },
  };

  const many = (number: number, kind: string, subject: number | null = null): StoredEvent => ({
    ...blank,
    number,
    kind,
    subject,
    payload: {
      bulk: uuid(400),
      act: { kind: "decide", decision: "accept" },
      total: 1,
      states: [initialState, accepted],
      items: [{ id, version: 1, before: 0, after: 1, decision: uuid(150) }],
    },
  });

  test("an act on many and its undo fold like acts on each of its conversations", () => {
    const forward = [many(1, "bulk.started"), many(2, "conversations.acted", 1)];
    const { folded, differences } = fold(forward);
    expect(differences).toEqual([]);
    expect(folded.conversations.get(id)).toMatchObject({ version: 2, events: 1, state: accepted });
    expect(folded.decisions.get(uuid(150))).toMatchObject({ kind: "accept", event: 2, user: person, withdrawn: false });
    const back = {
      ...many(4, "conversations.undone", 2),
      payload: {
        bulk: uuid(400),
        act: { kind: "decide", decision: "accept" },
        states: [accepted, initialState],
        items: [{ id, version: 2, before: 0, after: 1 }],
      },
    };
    const turned = fold([...forward, many(3, "bulk.undone", 1), back]);
    expect(turned.differences).toEqual([]);
    expect(turned.folded.conversations.get(id)).toMatchObject({ version: 3, state: initialState });
    expect(turned.folded.decisions.get(uuid(150))?.withdrawn).toBe(true);
    expect(turned.folded.bulks.get(uuid(400))).toMatchObject({
      event: 1,
      walks: 2,
      undone: true,
      items: new Map([[id, { event: 2, version: 3, walks: 2 }]]),
    });
  });

  test("a second verdict replaces the first, and an undo lets the first stand again", () => {
    const twice = fold(acts).folded;
    expect([...twice.decisions].map(([, { kind, withdrawn }]) => [kind, withdrawn])).toEqual([
      ["accept", true],
      ["reject", false],
    ]);
    const { folded, differences } = fold([...acts, taken]);
    expect(differences).toEqual([]);
    expect([...folded.decisions.values()].map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
    expect(folded.conversations.get(id)).toMatchObject({ version: 4, events: 3, state: accepted });
  });

  test("a merge moves a tag on every conversation that carries it, once", () => {
    const [old, target] = [uuid(201), uuid(202)];
    const imported = {
      ...blank,
      number: 1,
      kind: "conversation.imported",
      payload: {
        import: uuid(300),
        count: 2,
        firstId: uuid(1),
        lastId: uuid(2),
        digest: hash("a"),
        factsDigest: hash("b"),
        tagged: [
          [uuid(1), old],
          [uuid(1), target],
          [uuid(2), old],
        ],
      },
    };
    const merged = { ...blank, number: 2, kind: "tag.merged", payload: { id: old, into: target, name: "old" } };
    const { folded } = fold([imported, merged]);
    expect([...folded.tags].map(([conversation, tags]) => [conversation, [...tags]])).toEqual([
      [uuid(1), [target]],
      [uuid(2), [target]],
    ]);
    expect(folded.batches).toMatchObject([{ event: 1, count: 2 }]);
  });

  test("an update by an import brings a new text and other facts", () => {
    const update = (number: number, before: ConversationState, revision: number, facts: [string, string]) => ({
      ...blank,
      number,
      kind: "conversation.updated",
      conversation: id,
      fromVersion: number,
      toVersion: number + 1,
      payload: {
        import: uuid(300),
        revision,
        sha256: hash(String(number)),
        facts: { before: facts[0], after: facts[1] },
        withdrawn: [],
        before,
        after: { ...initialState, headRevision: revision },
      },
    });
    const newer = { ...initialState, headRevision: 2 };
    const { folded, differences } = fold([
      update(1, initialState, 2, ["one", "two"]),
      update(2, newer, 2, ["two", "three"]),
    ]);
    expect(differences).toEqual([]);
    expect(folded.conversations.get(id)).toMatchObject({ facts: { first: "one", now: "three" }, state: newer });
    // The second update kept the text, so it names no new one.
    expect([...(folded.conversations.get(id)?.revisions ?? [])]).toEqual([[2, hash("1")]]);
    expect([...folded.updates]).toEqual([[uuid(300), 2]]);
  });

  test.each([
    ["a version that is skipped", [first, { ...second, fromVersion: 3, toVersion: 4 }], "event.version"],
    ["a state before that is another", [first, decided(2, 2, 102, rejected, accepted)], "event.before"],
    ["a payload without what is needed", [{ ...first, payload: { after: accepted } }], "event.payload"],
    [
      "an undo of no act",
      [{ ...taken, subject: 9, fromVersion: 1, toVersion: 2, payload: { ...taken.payload, before: initialState } }],
      "event.subject",
    ],
    ["a batch of no act on many", [many(1, "conversations.acted", 9)], "event.subject"],
    [
      "an act on many taken back twice",
      [many(1, "bulk.started"), many(2, "bulk.undone", 1), many(3, "bulk.undone", 1)],
      "event.subject",
    ],
    [
      "the undo of a batch that never was",
      [many(1, "bulk.started"), many(2, "conversations.undone", 1)],
      "event.subject",
    ],
    [
      "an item at another version",
      [many(1, "bulk.started"), many(2, "conversations.acted", 1), many(3, "conversations.acted", 1)],
      "event.version",
    ],
    ["a decision taken back that was never made", [decided(1, 1, 102, initialState, accepted)], "event.decision"],
  ])("reports %s", (_what, events, kind) => {
    const { differences } = fold(events);
    expect(differences.map((difference) => difference.kind)).toContain(kind);
  });
});

/** One conversation in a batch of an act on many. */
interface Item {
  id: string;
  version: number;
  before: number;
  after: number;
  decision?: string;
  withdrawn?: string[];
  added?: string[];
}

/** A studio in miniature, written apart from the fold: it does acts, keeps the state in its own way and logs events. */
function play(commands: readonly { conversation: number; act: number; value: number }[]) {
  const events: StoredEvent[] = [];
  const studio = new Map<string, { state: ConversationState; version: number; tags: Set<string>; texts: number }>();
  const standing = new Map<string, boolean>();
  const bulks: {
    bulk: string;
    act: object;
    started: number;
    batches: { number: number; items: Item[]; states: ConversationState[] }[];
  }[] = [];
  const done: {
    number: number;
    undo: () => void;
    id: string;
    before: ConversationState;
    after: ConversationState;
    tags: [string[], string[]];
  }[] = [];
  const append = (kind: string, subject: number | null, payload: object) => {
    const number = events.length + 1;
    events.push({ ...blank, number, kind, subject, payload });
    return number;
  };
  /** Moves one conversation of a batch, in its own way. */
  const move = (id: string, states: ConversationState[], to: Partial<ConversationState>): Item => {
    const own = studio.get(id) ?? { state: initialState, version: 1, tags: new Set<string>(), texts: 1 };
    studio.set(id, own);
    states.push(own.state, { ...own.state, ...to });
    const item = { id, version: own.version, before: states.length - 2, after: states.length - 1 };
    own.state = { ...own.state, ...to };
    own.version += 1;
    return item;
  };
  /** An act on all conversations in batches of two, or, where one stands, its undo on some of them. */
  const turnOrStart = (act: number, value: number) => {
    if (act === 5) {
      const last = bulks.pop();
      if (last === undefined) return [];
      append("bulk.undone", last.started, { bulk: last.bulk, act: last.act, total: 4 });
      for (const { number, items, states } of last.batches) {
        const back: ConversationState[] = [];
        const turned = items
          .filter((_item, place) => (place + value) % 3 !== 0)
          .map(({ id, before, decision, withdrawn = [], added = [] }) => {
            if (decision !== undefined) standing.set(id + decision, false);
            for (const old of withdrawn) standing.set(id + old, true);
            for (const tag of added) studio.get(id)?.tags.delete(tag);
            return { ...move(id, back, states[before] ?? initialState), removed: added };
          });
        if (turned.length > 0)
          append("conversations.undone", number, { bulk: last.bulk, act: last.act, states: back, items: turned });
      }
      return [];
    }
    const bulk = uuid(5000 + events.length);
    const deciding = value % 2 === 0;
    const made = deciding
      ? { kind: "decide", decision: value === 0 ? "accept" : "reject" }
      : { kind: "tag", add: [uuid(500 + (value % 3))], remove: [] };
    const started = append("bulk.started", null, { bulk, act: made, total: 4 });
    const batches = [
      [1, 2],
      [3, 4],
    ].map((places) => {
      const states: ConversationState[] = [];
      const items = places.map((place) => {
        const id = uuid(place);
        if (!deciding) {
          const tag = uuid(500 + (value % 3));
          const item = move(id, states, {});
          const carried = studio.get(id)?.tags ?? new Set();
          const added = carried.has(tag) ? [] : [tag];
          carried.add(tag);
          return { ...item, added };
        }
        const withdrawn = [...standing]
          .filter(([key, stands]) => stands && key.startsWith(id))
          .map(([key]) => key.slice(36));
        for (const old of withdrawn) standing.set(id + old, false);
        const decision = uuid(10_000 + events.length * 10 + place);
        standing.set(id + decision, true);
        const status = value === 0 ? ("accepted" as const) : ("rejected" as const);
        return { ...move(id, states, { status, decisionCount: 1, decidedBy: person }), decision, withdrawn };
      });
      return { number: append("conversations.acted", started, { bulk, act: made, states, items }), items, states };
    });
    return [{ bulk, act: made, started, batches }];
  };
  for (const { conversation, act, value } of commands) {
    const id = uuid(conversation + 1);
    const own = studio.get(id) ?? { state: initialState, version: 1, tags: new Set<string>(), texts: 1 };
    studio.set(id, own);
    const number = events.length + 1;
    const log = (kind: string, more: object, after: ConversationState, subject: number | null = null) => {
      const payload = { ...more, before: own.state, after };
      events.push({
        ...blank,
        number,
        kind,
        conversation: id,
        subject,
        fromVersion: own.version,
        toVersion: own.version + 1,
        payload,
      });
      own.state = after;
      own.version += 1;
    };
    if (act >= 4) {
      bulks.push(...turnOrStart(act, value));
      continue;
    }
    if (act === 0) {
      const decision = uuid(1000 + number);
      const withdrawn = [...standing]
        .filter(([key, stands]) => stands && key.startsWith(id))
        .map(([key]) => key.slice(36));
      for (const old of withdrawn) standing.set(id + old, false);
      standing.set(id + decision, true);
      const status = value % 2 === 0 ? ("accepted" as const) : ("rejected" as const);
      const before = own.state;
      log(
        "conversation.decided",
        { decision, decided: status === "accepted" ? "accept" : "reject", revision: before.headRevision, withdrawn },
        { ...before, status, decisionCount: 1, decidedBy: person },
      );
      const undo = () => {
        standing.set(id + decision, false);
        for (const old of withdrawn) standing.set(id + old, true);
      };
      done.push({ number, undo, id, before, after: own.state, tags: [[], []] });
    } else if (act === 1) {
      own.texts += 1;
      const before = own.state;
      log(
        "conversation.edited",
        { revision: own.texts, sha256: hash(String(own.texts % 10)), withdrawn: [] },
        { ...before, edited: true, headRevision: own.texts },
      );
      done.push({ number, undo: () => undefined, id, before, after: own.state, tags: [[], []] });
    } else if (act === 2) {
      const tag = uuid(500 + (value % 3));
      const [added, removed] = own.tags.has(tag) ? [[], [tag]] : [[tag], []];
      const before = own.state;
      log("conversation.tagged", { added, removed }, before);
      for (const one of added) own.tags.add(one);
      for (const one of removed) own.tags.delete(one);
      done.push({ number, undo: () => undefined, id, before, after: own.state, tags: [added, removed] });
    } else {
      const last = done.findLastIndex((one) => one.id === id);
      const [taken] = last === -1 ? [] : done.splice(last, 1);
      if (taken === undefined) continue;
      const [added, removed] = taken.tags;
      log("conversation.undone", { added: removed, removed: added }, taken.before, taken.number);
      for (const one of removed) own.tags.add(one);
      for (const one of added) own.tags.delete(one);
      taken.undo();
    }
  }
  return { events, studio, standing };
}

const commands = fc.array(fc.record({ conversation: fc.nat(3), act: fc.nat(5), value: fc.nat(5) }), {
  minLength: 1,
  maxLength: 40,
});

describe("for any acts and undos", () => {
  test("the fold comes to the state of the studio that did them", () => {
    fc.assert(
      fc.property(commands, (asked) => {
        const { events, studio, standing } = play(asked);
        const { folded, differences } = fold(events);
        expect(differences).toEqual([]);
        for (const bulk of folded.bulks.values())
          for (const [id, { version }] of bulk.items) expect(version).toBeLessThanOrEqual(studio.get(id)?.version ?? 0);
        for (const [id, own] of studio) {
          const found = folded.conversations.get(id);
          expect(found?.state ?? initialState).toEqual(own.state);
          expect(found?.version ?? 1).toBe(own.version);
          expect(found?.events ?? 0).toBe(own.version - 1);
          expect([...(folded.tags.get(id) ?? [])].sort()).toEqual([...own.tags].sort());
          expect(found?.revisions.size ?? 0).toBe(own.texts - 1);
        }
        expect(
          new Map([...folded.decisions].map(([id, { conversation, withdrawn }]) => [conversation + id, !withdrawn])),
        ).toEqual(standing);
      }),
      { numRuns: 1000 },
    );
  });

  test("an event left out in the middle of a conversation's history is noticed", () => {
    fc.assert(
      fc.property(commands, fc.nat(), (asked, place) => {
        const { events } = play(asked);
        const dropped = events[place % Math.max(1, events.length)];
        fc.pre(
          events.some(
            (event) =>
              dropped?.conversation && event.conversation === dropped.conversation && event.number > dropped.number,
          ),
        );
        expect(fold(events.filter((event) => event !== dropped)).differences).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
