import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { TriageCard } from "#lib/schema/conversation-view.ts";
import { Written } from "#lib/schema/decision.ts";
import { importText, jsonLines, record } from "#lib/services/testing/import-text.ts";
import { verifyProject } from "#lib/services/verify-project.ts";
import { bodyAs, Problem } from "./testing/client.ts";
import { openTestStudio, type Person, type TestStudio } from "./testing/test-studio.ts";

/** L3 asks for 200 rounds; a dozen fit in a run of all tests. Each round is a whole trial of its own. */
const rounds = Number(process.env.TESSERA_TEST_ROUNDS ?? 12);
const hands = 50;

let studio: TestStudio;
const people: Person[] = [];

beforeAll(async () => {
  studio = await openTestStudio();
  for (let n = 0; n < hands; n++) people.push(await studio.addPerson(`Hand ${n}`));
});
afterAll(() => studio.end());

async function addProject(slug: string, size: number, overlap = 1): Promise<{ id: string; conversations: string[] }> {
  const id = await studio.addProject(slug);
  await studio.world.db.project.update({ where: { id }, data: { overlap } });
  await studio.world.db.membership.createMany({
    data: people.map((person) => ({ projectId: id, userId: person.id, role: "annotator" })),
  });
  const lines = Array.from({ length: size }, (_, n) => record(`${slug}-${n}`, "jp", `Question ${n}?`, `Answer ${n}.`));
  await importText(studio.world, { project: slug, text: jsonLines(lines) });
  const rows = await studio.world.db.conversation.findMany({
    where: { projectId: id },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return { id, conversations: rows.map((row) => row.id) };
}

/** Nothing lost, nothing doubled: the chain is whole, and its events come to the very rows of the project. */
async function expectSound(slug: string, id: string): Promise<void> {
  const { events, differences } = await verifyProject(studio.world, { id, slug });
  expect(differences).toEqual([]);
  const { rows } = await studio.world.pool.query<{ number: number }>(
    "SELECT number FROM event WHERE project_id = $1 ORDER BY number",
    [id],
  );
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: events }, (_, index) => index + 1));
}

test(
  `L3: ${hands} people edit one conversation at one version, ${rounds} rounds: one wins, the others get its text and keep theirs`,
  async () => {
    const { id: projectId, conversations } = await addProject("l3", 1);
    const [id = ""] = conversations;
    for (let version = 1; version <= rounds; version++) {
      const answers = await Promise.all(
        people.map((person, n) =>
          person.client.post(`/api/v1/projects/l3/conversations/${id}/revisions`, {
            expectedVersion: version,
            turns: [{ role: "user", content: `Round ${version}, hand ${n}?` }],
          }),
        ),
      );
      const winners = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []));
      expect(winners).toHaveLength(1);
      const text = `Round ${version}, hand ${winners[0]}?`;
      for (const [n, answer] of answers.entries()) {
        if (n === winners[0]) continue;
        expect(answer.status).toBe(409);
        const { details } = Problem.parse(answer.body);
        expect(details).toMatchObject({
          version: version + 1,
          turns: [{ role: "user", content: text }],
          changedBy: `Hand ${winners[0]}`,
        });
      }
    }
    const drafts = await studio.world.db.draft.findMany({ where: { conversationId: id } });
    const kept = drafts.map(({ turns }) => z.array(z.object({ content: z.string() })).parse(turns)[0]?.content);
    expect(new Set(kept).size).toBe(rounds * (hands - 1));
    expect(drafts).toHaveLength(rounds * (hands - 1));
    // Section 5: the sum of versions beyond the first is the number of events, and the heads are what was acknowledged.
    const row = await studio.world.db.conversation.findUniqueOrThrow({ where: { id } });
    const events = await studio.world.db.event.count({ where: { conversationId: id } });
    expect([row.version - 1, row.headRevision - 1, events]).toEqual([rounds, rounds, rounds]);
    await expectSound("l3", projectId);
  },
  60_000 + rounds * 2_000,
);

const Cards = z.object({ cards: z.array(TriageCard), left: z.int() });

async function claimUntilEmpty(slug: string, count: number): Promise<Map<string, string[]>> {
  const holders = new Map<string, string[]>();
  await Promise.all(
    people.map(async (person) => {
      const held: string[] = [];
      for (;;) {
        const answer = await person.client.post(`/api/v1/projects/${slug}/claims`, { count, exclude: held });
        const { cards } = bodyAs(answer, Cards);
        for (const { conversation } of cards) {
          held.push(conversation.id);
          holders.set(conversation.id, [...(holders.get(conversation.id) ?? []), person.id]);
        }
        if (cards.length === 0) return;
      }
    }),
  );
  return holders;
}

test("L4: 50 people claim 1,000 conversations, one decider each: 1,000 distinct assignments, none twice, nobody starved", async () => {
  await addProject("l4", 1_000);
  const holders = await claimUntilEmpty("l4", 5);
  expect(holders.size).toBe(1_000);
  expect([...holders.values()].every((found) => found.length === 1)).toBe(true);
  const share = Map.groupBy([...holders.values()].flat(), (person) => person);
  expect(share.size).toBe(hands);
}, 60_000);

test("L4: with three deciders each conversation goes to exactly three different people", async () => {
  await addProject("l4-three", 60, 3);
  const holders = await claimUntilEmpty("l4-three", 3);
  expect(holders.size).toBe(60);
  for (const found of holders.values()) expect([found.length, new Set(found).size]).toEqual([3, 3]);
}, 60_000);

test("a claim that ran out goes to somebody else, and what one has decided or skipped comes back to them no more", async () => {
  await addProject("leases", 3);
  const [ada, bo] = people;
  if (!ada || !bo) throw new RangeError("Two people are needed");
  const claim = async (person: Person) =>
    bodyAs(await person.client.post("/api/v1/projects/leases/claims", { count: 5 }), Cards).cards.map(
      ({ conversation }) => conversation.id,
    );
  const [first = "", second = ""] = await claim(ada);
  expect(await claim(bo)).toEqual([]);
  const decide = (person: Person, id: string, expectedVersion: number, kind: string) =>
    person.client.post(`/api/v1/projects/leases/conversations/${id}/decisions`, { expectedVersion, kind });
  expect((await decide(ada, first, 1, "skip")).status).toBe(200);
  expect((await decide(ada, second, 1, "accept")).status).toBe(200);
  expect(await claim(bo)).toEqual([first]);
  expect(await claim(ada)).toHaveLength(1);
  await studio.world.pool.query("UPDATE lease SET expires_at = now() - interval '1 second' WHERE user_id = $1", [
    ada.id,
  ]);
  expect(await claim(bo)).toHaveLength(2);
  expect(await claim(ada)).toEqual([]);
});

test("L5: ten tabs replay the same keys twenty times, all at once: one effect and one answer for each key", async () => {
  const { id: projectId, conversations } = await addProject("l5", 10);
  const [person] = people;
  if (!person) throw new RangeError("Somebody is needed");
  const writes = conversations.map((id) => ({ id, key: v7() }));
  const sent = writes
    .flatMap((write) => Array.from({ length: 20 }, () => write))
    .sort((a, b) => a.key.localeCompare(b.key));
  const answers = await Promise.all(
    sent.map(async ({ id, key }) => {
      const path = `/api/v1/projects/l5/conversations/${id}/decisions`;
      return { key, answer: await person.client.post(path, { expectedVersion: 1, kind: "accept" }, { key }) };
    }),
  );
  for (const { key } of writes) {
    const texts = new Set(
      answers.filter((one) => one.key === key).map(({ answer }) => `${answer.status} ${answer.text}`),
    );
    expect(texts.size).toBe(1);
    expect([...texts][0]).toMatch(/^200 /);
  }
  expect(await studio.world.db.decision.count({ where: { projectId } })).toBe(10);
  const keys = (await studio.world.db.event.findMany({ where: { projectId, kind: "conversation.decided" } })).map(
    (event) => event.idempotencyKey,
  );
  expect(keys.sort()).toEqual(writes.map(({ key }) => key).sort());
  await expectSound("l5", projectId);
});

test("K20: when the answer is lost after the commit, the same key brings the stored one and changes nothing", async () => {
  const { conversations } = await addProject("k20", 1);
  const [id = ""] = conversations;
  const [person] = people;
  if (!person) throw new RangeError("Somebody is needed");
  const key = v7();
  const body = { expectedVersion: 1, turns: [{ role: "user", content: "Lost on the way?" }], accept: true };
  const path = `/api/v1/projects/k20/conversations/${id}/revisions`;
  // The first answer is thrown away, as a connection that broke off would; the client only knows its key.
  await person.client.post(path, body, { key });
  const before = await studio.world.db.conversation.findUniqueOrThrow({ where: { id } });
  const again = bodyAs(await person.client.post(path, body, { key }), Written);
  expect(again).toMatchObject({ conversation: id, version: 2, status: "accepted", headRevision: 2 });
  expect(await studio.world.db.conversation.findUniqueOrThrow({ where: { id } })).toEqual(before);
  expect(await studio.world.db.draft.count({ where: { conversationId: id } })).toBe(0);
});

test("two annotators at once: with one decider the newest word counts, with three the majority of three", async () => {
  const { conversations } = await addProject("one", 1);
  const three = await addProject("three", 2, 3);
  const [ada, bo, cyn] = people;
  if (!ada || !bo || !cyn) throw new RangeError("Three people are needed");
  const decide = async (slug: string, person: Person, id: string, expectedVersion: number, kind: string) => {
    const answer = await person.client.post(`/api/v1/projects/${slug}/conversations/${id}/decisions`, {
      expectedVersion,
      kind,
    });
    return answer.status === 200 ? bodyAs(answer, Written).status : answer.status;
  };
  const [only = ""] = conversations;
  const raced = await Promise.all([decide("one", ada, only, 1, "accept"), decide("one", bo, only, 1, "reject")]);
  expect(raced).toContain(409);
  expect(await decide("one", cyn, only, 2, "reject")).toBe("rejected");
  expect(await decide("one", ada, only, 3, "accept")).toBe("accepted");

  const [id = "", tied = ""] = three.conversations;
  // All three saw version 1: another's verdict on the same text is no reason to refuse mine.
  const parallel = await Promise.all([
    decide("three", ada, id, 1, "accept"),
    decide("three", bo, id, 1, "reject"),
    decide("three", cyn, id, 1, "accept"),
  ]);
  expect(parallel.filter((status) => status === "pending")).toHaveLength(2);
  expect(parallel).toContain("accepted");
  const row = await studio.world.db.conversation.findUniqueOrThrow({ where: { id } });
  expect([row.status, row.version, row.decisionCount]).toEqual(["accepted", 4, 3]);
  // Changing one's mind replaces one's own verdict and no other.
  expect(await decide("three", ada, id, 4, "reject")).toBe("rejected");
  expect(await studio.world.db.decision.count({ where: { conversationId: id, withdrawn: false } })).toBe(3);
  expect((await ada.client.post("/api/v1/projects/three/undo", {})).body).toMatchObject({
    status: "accepted",
    version: 6,
  });

  expect(await decide("three", ada, tied, 1, "accept")).toBe("pending");
  // But a verdict on an older text is refused, whatever the number of deciders.
  const edited = await bo.client.post(`/api/v1/projects/three/conversations/${tied}/revisions`, {
    expectedVersion: 2,
    turns: [{ role: "user", content: "Another?" }],
  });
  expect(edited.status).toBe(200);
  expect(await decide("three", cyn, tied, 2, "accept")).toBe(409);
  await expectSound("three", three.id);
});

test("undo and redo in any order leave what the standing verdicts say", async () => {
  const { id: projectId, conversations } = await addProject("orders", 2, 2);
  const [ada, bo] = people;
  if (!ada || !bo) throw new RangeError("Two people are needed");
  const [id = ""] = conversations;
  const act = (person: Person, expectedVersion: number, kind: string) =>
    person.client.post(`/api/v1/projects/orders/conversations/${id}/decisions`, { expectedVersion, kind });
  const move = (person: Person, direction: string) => person.client.post("/api/v1/projects/orders/undo", { direction });
  const seen: unknown[] = [];
  for (const step of [
    () => act(ada, 1, "accept"),
    () => act(bo, 1, "accept"),
    () => move(ada, "undo"),
    () => move(bo, "undo"),
    () => move(ada, "redo"),
    () => act(bo, 6, "flag"),
    () => move(ada, "undo"),
    () => move(bo, "undo"),
    () => move(bo, "undo"),
  ]) {
    const { status } = await step();
    const row = await studio.world.db.conversation.findUniqueOrThrow({ where: { id } });
    const person = row.decidedBy === ada.id ? "ada" : row.decidedBy === bo.id ? "bo" : null;
    seen.push([status, row.status, row.decisionCount, person, row.flagged]);
  }
  expect(seen).toEqual([
    [200, "pending", 1, "ada", false],
    [200, "accepted", 2, "bo", false],
    [200, "pending", 1, "bo", false],
    [200, "pending", 0, null, false],
    [200, "pending", 1, "ada", false],
    [200, "pending", 1, "ada", true],
    [200, "pending", 0, null, true],
    [200, "pending", 0, null, false],
    [404, "pending", 0, null, false],
  ]);
  await expectSound("orders", projectId);
});

test("two undos at once take back two acts, and not one of them twice", async () => {
  const { id: projectId, conversations } = await addProject("twice", 4);
  const [ada] = people;
  if (!ada) throw new RangeError("Somebody is needed");
  for (const id of conversations)
    await ada.client.post(`/api/v1/projects/twice/conversations/${id}/decisions`, {
      expectedVersion: 1,
      kind: "accept",
    });
  const answers = await Promise.all(conversations.map(() => ada.client.post("/api/v1/projects/twice/undo", {})));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await studio.world.db.conversation.count({ where: { projectId, status: "accepted" } })).toBe(0);
  expect(new Set(answers.map((answer) => bodyAs(answer, Written).conversation)).size).toBe(4);
});
