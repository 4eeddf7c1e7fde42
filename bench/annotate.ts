import { z } from "zod";
import type { Answer, ApiHand } from "./api-hand.ts";
import { waitFor } from "./timing.ts";

/** What became of one part of the bench, over all its people. Times in milliseconds. */
export interface Tally {
  decide: number[];
  claim: number[];
  page: number[];
  /** Every decision that was answered with 200, once for each key. */
  decided: { conversation: string; event: number }[];
  failures: string[];
  /** How many people found nothing left to claim. */
  dry: number;
  seconds: number;
}

export function newTally(): Tally {
  return { decide: [], claim: [], page: [], decided: [], failures: [], dry: 0, seconds: 0 };
}

interface Annotator {
  ask: ApiHand;
  /** Which one of them, from 0: each has a rhythm of their own. */
  hand: number;
  /** By `performance.now()`. */
  until: number;
  /** The least and the most milliseconds between two decisions; null for none. */
  pause: readonly [number, number] | null;
  tally: Tally;
}

const Claimed = z.looseObject({
  cards: z.array(z.looseObject({ conversation: z.looseObject({ id: z.string(), version: z.int() }) })),
});
const Written = z.looseObject({ conversation: z.string(), event: z.int() });

/** As the page does: so many cards are held ahead. */
const held = 4;
const pageEvery = 10;
const twiceEvery = 20;
const sorts = ["added.descending", "representativeness.descending", "distinctiveness.descending", "culture.ascending"];

/** One person at work until the time is up: claims cards ahead, decides them, and now and then opens a page of Browse. */
export async function annotate({ ask, hand, until, pause, tally }: Annotator): Promise<void> {
  let cards: { id: string; version: number }[] = [];
  // A decided card is named until its decision is through, as the page names it.
  const deciding = new Set<string>();
  const claim = async (count: number) => {
    if (count <= 0) return;
    const exclude = [...cards.map(({ id }) => id), ...deciding];
    const answer = await ask("POST", "/claims", { filter: {}, count, exclude });
    const found = Claimed.safeParse(answer.body);
    if (answer.status !== 200 || !found.success) return fail(tally, "claim", answer);
    tally.claim.push(answer.milliseconds);
    const known = new Set(exclude);
    const fresh = found.data.cards.map(({ conversation: { id, version } }) => ({ id, version }));
    cards = [...cards, ...fresh.filter(({ id }) => !known.has(id))];
  };
  const decide = async (card: { id: string; version: number }, twice: boolean) => {
    const key = crypto.randomUUID();
    const body = { expectedVersion: card.version, kind: "accept" };
    const send = () => ask("POST", `/conversations/${card.id}/decisions`, body, key);
    const answers = await Promise.all(twice ? [send(), send()] : [send()]);
    const written = answers.map((answer) => {
      const { data } = Written.safeParse(answer.body);
      if (answer.status !== 200 || data === undefined) fail(tally, "decide", answer);
      return data;
    });
    const [first, second] = written;
    tally.decide.push(...answers.slice(0, 1).map(({ milliseconds }) => milliseconds));
    if (first !== undefined) tally.decided.push({ conversation: first.conversation, event: first.event });
    if (second !== undefined && second.event !== first?.event)
      tally.failures.push(`decide: two events, ${first?.event} and ${second.event}, under one key`);
  };

  for (let round = 0; performance.now() < until; round++) {
    if (cards.length === 0) await claim(held);
    // Spread evenly, without chance.
    if (pause !== null) await waitFor(pause[0] + (((hand * 7 + round * 13) % 25) / 25) * (pause[1] - pause[0]));
    const card = cards.shift();
    if (card === undefined) {
      tally.dry += 1;
      return;
    }
    if (performance.now() >= until) return;
    deciding.add(card.id);
    const decided = decide(card, (round + hand) % twiceEvery === 0);
    // People who think have the next cards fetched meanwhile; those who do not fetch them when none is left.
    await Promise.all([decided, pause === null ? undefined : claim(held - cards.length)]);
    deciding.delete(card.id);
    if ((round + hand) % pageEvery !== 0) continue;
    const answer = await ask("GET", `/conversations?limit=200&sort=${sorts[(round + hand) % sorts.length]}`);
    if (answer.status === 200) tally.page.push(answer.milliseconds);
    else fail(tally, "page", answer);
  }
}

function fail(tally: Tally, what: string, { status, body }: Answer): void {
  tally.failures.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
}
