import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOutbox, mostAtOnce, type OutboxWorld, type Outcome } from "./outbox.ts";
import { badgeOf, type Request } from "./outbox-state.ts";
import { noStore } from "./outbox-store.ts";
import { accept, browser, server, settled } from "./testing/browser.ts";

const offline = { failure: { kind: "unreachable" as const, halt: "offline" as const } };
const busy = { failure: { kind: "busy" as const } };
const conversationOf = (body: string) => (JSON.parse(body) as Request).path.split("/")[4] ?? "";

describe("one tab", () => {
  test("sends what was done and empties itself", async () => {
    const remote = server();
    const { open, disk } = browser(async (request, key) => remote.answer(request, key));
    const { outbox } = open();
    const outcomes: Outcome[] = [];
    outbox.onOutcome((outcome) => outcomes.push(outcome));
    outbox.put("courtesies", accept("a"));
    outbox.put("courtesies", accept("b"));
    expect(badgeOf(outbox.read())).toEqual({ kind: "saving", count: 2, kept: true });
    await settled();
    expect(badgeOf(outbox.read())).toBeNull();
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["written", "written"]);
    expect([remote.stored.size, disk.size]).toEqual([2, 0]);
  });

  test("K14: thirty without a connection outlive a crash and are stored once, each conversation's in order", async () => {
    const remote = server();
    let up = false;
    const { open, disk, goOn } = browser(async (request, key) => (up ? remote.answer(request, key) : offline));
    const before = open();
    const keys = Array.from({ length: 30 }, (_, at) => before.outbox.put("courtesies", accept(`c${at % 5}`)));
    await settled();
    expect(badgeOf(before.outbox.read())).toEqual({ kind: "offline", count: 30, kept: true });
    expect(disk.size).toBe(30);
    before.crash();

    up = true;
    const after = open();
    await settled(200);
    goOn();
    await settled(200);
    expect(after.outbox.read().entries).toEqual([]);
    expect([...remote.stored.keys()].toSorted()).toEqual(keys);
    for (const conversation of ["c0", "c1", "c2", "c3", "c4"]) {
      const own = [...remote.stored]
        .filter(([, { body }]) => conversationOf(body) === conversation)
        .map(([key]) => key);
      expect(own).toEqual(own.toSorted());
      expect(own.length).toBe(6);
    }
  });

  test("repeats the same key and body when the answer was lost", async () => {
    const remote = server();
    let lost = true;
    const { open, goOn } = browser(async (request, key) => {
      const answer = remote.answer(request, key);
      return lost ? offline : answer;
    });
    const { outbox } = open();
    outbox.put("courtesies", accept("a"));
    await settled();
    lost = false;
    goOn();
    await settled();
    expect(outbox.read().entries).toEqual([]);
    expect([remote.stored.size, remote.refused.length]).toEqual([1, 0]);
  });

  test("a busy answer rests one conversation; the others go on", async () => {
    const remote = server();
    let tries = 0;
    const { open, goOn } = browser(async (request, key) =>
      conversationOf(JSON.stringify(request)) === "a" && ++tries === 1 ? busy : remote.answer(request, key),
    );
    const { outbox } = open();
    for (const conversation of ["a", "a", "b", "c"]) outbox.put("courtesies", accept(conversation));
    await settled();
    expect(outbox.read().entries.map((entry) => entry.lane)).toEqual(["a", "a"]);
    expect(badgeOf(outbox.read())).toEqual({ kind: "saving", count: 2, kept: true });
    goOn();
    await settled();
    expect(outbox.read().entries).toEqual([]);
    expect(remote.refused).toEqual([]);
  });

  test("sends a tag again by itself when only the version has moved", async () => {
    const sent: unknown[] = [];
    const conflict = {
      version: 5,
      status: "accepted" as const,
      turns: [],
      changedBy: null,
      changedAt: "",
      draft: null,
    };
    const { open } = browser(async ({ body }) => {
      sent.push(body.expectedVersion);
      if (body.expectedVersion !== 5) return { failure: { kind: "conflict", conflict } };
      return {
        written: { conversation: "a", version: 6, status: "accepted", flagged: false, headRevision: 1, event: 1 },
      };
    });
    const { outbox } = open();
    outbox.put("courtesies", { kind: "tag", conversation: "a", expectedVersion: 1, add: ["t"], remove: [] });
    await settled();
    expect(sent).toEqual([1, 5]);
    expect(outbox.read().entries).toEqual([]);
  });

  test("a comment made without a connection outlives a crash and is told once when it is through", async () => {
    const comment = { id: "c", body: "Only in Lahore?", revision: 1, person: "Ada", mine: true, createdAt: "" };
    let up = false;
    const { open, disk, goOn } = browser(async () => (up ? { written: comment } : offline));
    const before = open();
    before.outbox.put("courtesies", { kind: "comment", conversation: "a", body: comment.body });
    await settled();
    expect([badgeOf(before.outbox.read()), disk.size]).toEqual([{ kind: "offline", count: 1, kept: true }, 1]);
    before.crash();
    up = true;
    const after = open();
    const outcomes: Outcome[] = [];
    after.outbox.onOutcome((outcome) => outcomes.push(outcome));
    await settled();
    goOn();
    await settled();
    expect(outcomes).toMatchObject([{ kind: "commented", conversation: "a", comment }]);
    expect([badgeOf(after.outbox.read()), disk.size]).toEqual([null, 0]);
  });

  test("an undo of what nobody here knows is refused, not sent as an undo of something else", async () => {
    const sent: Request[] = [];
    const { open } = browser(async (request) => {
      sent.push(request);
      return offline;
    });
    const { outbox } = open();
    const outcomes: Outcome[] = [];
    outbox.onOutcome((outcome) => outcomes.push(outcome));
    outbox.put("courtesies", { kind: "undo", direction: "undo", event: null, of: "unknown" });
    await settled();
    expect(sent).toEqual([]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["refused"]);
    expect(outbox.read().entries).toEqual([]);
  });

  test("without a store it says that this tab alone has them, and sends them all the same", async () => {
    let up = false;
    const remote = server();
    const timers: (() => void)[] = [];
    const world: OutboxWorld = {
      store: noStore,
      tabs: { lead: (begin) => begin(), tell: () => {}, hear: () => {} },
      send: async (request, key) => (up ? remote.answer(request, key) : offline),
      later: (call) => void timers.push(call),
      newKey: () => `key-${remote.stored.size}-${timers.length}`,
      now: () => 1,
    };
    const outbox = createOutbox(world);
    outbox.put("courtesies", accept("a"));
    await settled();
    expect(badgeOf(outbox.read())).toEqual({ kind: "offline", count: 1, kept: false });
    up = true;
    for (const call of timers.splice(0)) call();
    await settled();
    expect(badgeOf(outbox.read())).toBeNull();
    expect(remote.stored.size).toBe(1);
  });

  test("a server 300 ms away keeps up with three decisions a second, and four are under way at most", async () => {
    let now = 0;
    const timers: { at: number; call: () => void }[] = [];
    const remote = server();
    let under = 0;
    let most = 0;
    const { open } = browser(async (request, key) => {
      most = Math.max(most, ++under);
      await new Promise<void>((resolve) => timers.push({ at: now + 300, call: resolve }));
      under -= 1;
      return remote.answer(request, key);
    });
    const { outbox } = open();
    let deepest = 0;
    for (let decision = 0; decision < 60; decision++) {
      outbox.put("courtesies", accept(`c${decision}`));
      deepest = Math.max(deepest, outbox.read().entries.length);
      for (const end = now + 333; now < end; now += 1) {
        for (const timer of timers.filter(({ at }) => at === now)) timer.call();
        if (timers.some(({ at }) => at === now)) await settled(6);
      }
      await settled(6);
    }
    expect(deepest).toBeLessThanOrEqual(2);
    for (let burst = 0; burst < 12; burst++) outbox.put("courtesies", accept(`burst-${burst}`));
    await settled();
    expect(most).toBe(mostAtOnce);
  });
});

describe("several tabs", () => {
  test("one sends, all show the same, and nothing goes out twice", async () => {
    const remote = server();
    let up = false;
    const sent: string[] = [];
    const { open, goOn } = browser(async (request, key) => {
      if (!up) return offline;
      sent.push(key);
      return remote.answer(request, key);
    });
    const one = open();
    const two = open();
    await settled();
    one.outbox.put("courtesies", accept("a"));
    await settled();
    two.outbox.put("courtesies", accept("a"));
    two.outbox.put("courtesies", accept("b"));
    await settled();
    expect(badgeOf(one.outbox.read())).toEqual({ kind: "offline", count: 3, kept: true });
    expect(badgeOf(two.outbox.read())).toEqual({ kind: "offline", count: 3, kept: true });
    const heard: string[] = [];
    two.outbox.onOutcome(({ kind }) => heard.push(kind));
    up = true;
    goOn();
    await settled();
    expect(sent.toSorted()).toEqual(["key-0001", "key-0002", "key-0003"]);
    expect([badgeOf(one.outbox.read()), badgeOf(two.outbox.read())]).toEqual([null, null]);
    expect(heard).toEqual(["written", "written", "written"]);
    expect(remote.refused).toEqual([]);
  });

  test("when the tab that sends crashes, another takes over", async () => {
    const remote = server();
    let stuck = true;
    const { open } = browser((request, key) =>
      stuck ? new Promise(() => {}) : Promise.resolve(remote.answer(request, key)),
    );
    const one = open();
    const two = open();
    await settled();
    one.outbox.put("courtesies", accept("a"));
    await settled();
    stuck = false;
    one.crash();
    await settled();
    expect(two.outbox.read().entries).toEqual([]);
    expect(remote.stored.size).toBe(1);
  });

  test("signing out in one clears the others", async () => {
    const { open, disk } = browser(async () => offline);
    const one = open();
    const two = open();
    await settled();
    one.outbox.put("courtesies", accept("a"));
    await settled();
    await two.outbox.clear();
    await settled();
    expect([one.outbox.read().entries, two.outbox.read().entries, disk.size]).toEqual([[], [], 0]);
  });

  test("a conflict settled in two tabs at once is sent once", async () => {
    const conflict = {
      version: 5,
      status: "rejected" as const,
      turns: [],
      changedBy: null,
      changedAt: "",
      draft: null,
    };
    const sent: string[] = [];
    const { open } = browser(async ({ body }, key) => {
      if (body.expectedVersion !== 5) return { failure: { kind: "conflict", conflict } };
      sent.push(key);
      return {
        written: { conversation: "a", version: 6, status: "accepted", flagged: false, headRevision: 1, event: 1 },
      };
    });
    const one = open();
    const two = open();
    await settled();
    const key = one.outbox.put("courtesies", accept("a"));
    await settled();
    one.outbox.keepMine(key);
    two.outbox.keepMine(key);
    await settled();
    expect(sent.length).toBe(1);
    expect([one.outbox.read().entries, two.outbox.read().entries]).toEqual([[], []]);
  });
});

test("whatever the order of stores, answers, crashes and losses: nothing lost, nothing doubled, each conversation in order", async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant("put" as const), tab: fc.nat(2), to: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("up", "down", "answer-lost", "busy") }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), tab: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("go-on" as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), rounds: fc.integer({ min: 1, max: 12 }) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 4, maxLength: 25 }), async (order, steps) => {
      const remote = server();
      let reach = "up";
      const pace = async <T>(work: () => T) => {
        await order.schedule(Promise.resolve());
        return work();
      };
      const { open, disk, goOn } = browser(async (request, key) => {
        const at = reach;
        if (at === "down") return pace(() => offline);
        if (at === "busy") return pace(() => busy);
        const answer = await pace(() => remote.answer(request, key));
        return at === "answer-lost" ? offline : pace(() => answer);
      }, pace);
      const run = async (rounds: number) => {
        for (let round = 0; round < rounds; round++) {
          await settled(1);
          if (order.count() > 0) await order.waitOne();
        }
      };
      const tabs = [open(), open(), open()];
      const put: { key: string; to: string }[] = [];
      for (const each of steps) {
        if ("to" in each) {
          const to = `c${each.to}`;
          const key = tabs[each.tab]?.outbox.put("courtesies", accept(to)) ?? "";
          put.push({ key, to });
          // The hand is in one tab at a time: the next act comes after this one was stored and told.
          for (let round = 0; round < 400 && tabs.some(({ outbox }) => unknown(outbox, key, remote)); round++)
            await run(1);
        } else if (each.do === "wait") await run(each.rounds);
        else if (each.do === "go-on") goOn();
        else if (each.do === "crash") {
          tabs[each.tab]?.crash();
          tabs[each.tab] = open();
          await run(30);
        } else reach = each.do;
      }
      reach = "up";
      for (let round = 0; round < 80 && (disk.size > 0 || round < 3); round++) {
        goOn();
        await run(40);
      }
      expect([...remote.stored.keys()].toSorted()).toEqual(put.map(({ key }) => key).toSorted());
      expect(remote.refused).toEqual([]);
      for (const to of ["c0", "c1", "c2"]) {
        const arrived = [...remote.stored].filter(([, { body }]) => conversationOf(body) === to).map(([key]) => key);
        expect(arrived).toEqual(put.filter((each) => each.to === to).map(({ key }) => key));
      }
      await run(60);
      for (const { outbox } of tabs) expect(badgeOf(outbox.read())).toBeNull();
    }),
    { numRuns: 300 },
  );
});

/** Whether a tab has not heard of an act that is not through yet. */
function unknown(
  outbox: ReturnType<ReturnType<typeof browser>["open"]>["outbox"],
  key: string,
  remote: ReturnType<typeof server>,
): boolean {
  const state = outbox.read();
  if (state.unkept.has(key)) return true;
  return !remote.stored.has(key) && !state.entries.some((entry) => entry.key === key);
}
