import { hash } from "node:crypto";
import { z } from "zod";
import { ask, type ChatRequest, readReply } from "#lib/llm/ask.ts";
import type { Endpoint } from "#lib/llm/endpoint.ts";
import { log } from "#lib/log.ts";
import { fence } from "#lib/methods/fence.ts";
import type {
  Answer,
  Ask,
  Made,
  MadeDraft,
  MakeContext,
  Method,
  MethodContext,
  Question,
} from "#lib/methods/method.ts";
import { type FailureCode, failures, failureWords } from "#lib/replies/failure.ts";
import { retryAfter } from "#lib/replies/retry-after.ts";
import { retryDelay } from "#lib/replies/retry-delay.ts";
import { askKey } from "#lib/runs/ask-key.ts";
import { callCost, type Price } from "#lib/runs/call-cost.ts";
import { ModelChoice } from "#lib/schema/connection.ts";
import { seededRandom } from "#lib/text/seeded-random.ts";
import type { CallToSettle, ItemToEnd } from "./flush.ts";
import type { Lane } from "./lane.ts";
import type { ItemInHand, RunDesk } from "./run-desk.ts";

/** A model of a run, ready to be asked. */
export interface Member {
  connection: string;
  model: string;
  endpoint: Endpoint;
  lane: Lane;
  price: Price | null;
}

/** An item cannot be made, for the reason that its code tells. */
export class ItemFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A failure that no other call of the run will escape: it pauses. */
export class RunStopped extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, connection: string) {
    super(`${connection}: ${failureWords[code]}`);
    this.code = code;
  }
}

/** The item is put down, since the run does not go on here. */
class PutDown extends Error {}

/** How an item that threw this ended. What is no failure of a call is a fault of the method, and told as such. */
export function endOf(error: unknown): Pick<ItemToEnd, "state" | "code" | "problem"> {
  if (error instanceof PutDown || error instanceof RunStopped) return { state: "planned", code: null, problem: null };
  if (error instanceof ItemFailed) return { state: "failed", code: error.code, problem: error.message };
  log().error({ error }, "an item could not be made");
  return { state: "failed", code: "method", problem: error instanceof Error ? error.message : String(error) };
}

export interface MakeItem {
  desk: RunDesk;
  method: Method;
  options: unknown;
  seed: number;
  context: MethodContext;
  members: Readonly<Record<Question["informant"]["role"], readonly Member[]>>;
  /** A model that an item is tried again with. Throws ItemFailed where it cannot be asked. */
  otherMember: (choice: ModelChoice) => Promise<Member>;
  newId: () => string;
  chance: () => number;
  /** The key that siblings of a question share, where the method gives none. */
  questionKey: (question: string) => string;
  /** Pauses the run, with a sentence. */
  stop: (reason: string) => Promise<void>;
}

/** A question is asked so often when it is the call that fails, not the connection. */
const mostAttempts = 4;
/** A connection that turns every call away for so long, in milliseconds, pauses the run. */
const patience = 10 * 60_000;
/** And so does one that did so this often in a row; the waits between grow to half a minute. */
const mostClosed = 24;

/** Makes one item; whatever it asks is allowed, stored and counted one by one. */
export async function makeItem(job: MakeItem, inHand: ItemInHand): Promise<Made> {
  const { method, options, context, seed } = job;
  const { item } = inHand;
  const make: MakeContext = {
    ...context,
    ask: askFor(job, inHand),
    needed: item.needed,
    random: seededRandom(seed, item.ordinal),
  };
  const made = await method.make(item.payload, options, make);
  return { ...made, drafts: made.drafts.map((draft) => ({ ...draft, questionKey: keyOf(draft, job) })) };
}

/**
 * Words for the marks around the data of one question. They follow from a hash over all of it, the data too, so data cannot hold its
 * own mark; and the same question is the same request whenever it is asked.
 */
function marksFor(key: string): () => string {
  let drawn = 0;
  return () => hash("sha256", `mark ${drawn++} of ${key}`).slice(0, 20);
}

function keyOf({ questionKey, turns }: MadeDraft, job: MakeItem): string {
  const asked = turns.find(({ role }) => role === "user") ?? turns[0];
  return questionKey ?? job.questionKey(asked?.content ?? "");
}

function askFor(job: MakeItem, { item: { id: itemId, attempt, others: given }, hold, stop }: ItemInHand): Ask {
  const [other, ...before] = z.array(ModelChoice).parse(given ?? []);
  return async (question) => {
    const { informant, messages, sampling = {}, ordinal = 0, prompt } = question;
    const members = job.members[informant.role];
    const own = members[informant.member % Math.max(1, members.length)];
    const member = other === undefined ? own : await job.otherMember(other);
    if (member === undefined) throw new ItemFailed("no-model", `No model has the role of ${informant.role}.`);
    const { connection, model } = member;
    // Of what is said, without the marks around data, which follow from it.
    const keyOfAsking = (of: ModelChoice) =>
      askKey({ connection: of.connection, model: of.model, messages, settings: sampling, ordinal });
    const key = keyOfAsking(member);
    const formerKeys = other === undefined || own === undefined ? [] : [...before, own].map(keyOfAsking);
    const plain = fence(messages, marksFor(key));
    const request: ChatRequest<null> = { model, messages: plain, sampling };
    const began = performance.now();
    for (let number = 1; ; ) {
      if (hold.signal.aborted) throw new PutDown();
      const id = job.newId();
      const admission = await job.desk.admit({
        id,
        itemId,
        attempt,
        askKey: key,
        formerKeys,
        number,
        connectionId: connection,
        model,
        role: informant.role,
        prompt: prompt.name,
        promptRevision: prompt.revision,
        request: { messages: plain, sampling },
      });
      if (admission.kind === "put down") throw new PutDown();
      if (admission.kind === "answered") {
        const reply = readReply(admission.exchange, request);
        if (reply.outcome !== "failed") return reply;
        throw new ItemFailed(reply.code, failureWords[reply.code]);
      }
      const outcome = await send(job, member, { id, request, hold: hold.signal, stop: stop.signal });
      if (outcome === "put down") throw new PutDown();
      if (typeof outcome !== "string") return outcome;
      const { again, concerns } = failures[outcome];
      if (!again && concerns !== "call") {
        const stopped = new RunStopped(outcome, member.endpoint.name);
        await job.stop(stopped.message);
        throw stopped;
      }
      if (!again) throw new ItemFailed(outcome, failureWords[outcome]);
      if (concerns === "connection") {
        // The connection is in trouble, not this question: it waits in the lane, and no try of its own is used up.
        if (performance.now() - began > patience || member.lane.closedInRow > mostClosed) {
          const stopped = new RunStopped(outcome, member.endpoint.name);
          await job.stop(stopped.message);
          throw stopped;
        }
      } else {
        number += 1;
        if (number > mostAttempts) throw new ItemFailed(outcome, failureWords[outcome]);
      }
    }
  };
}

/** Where a question leaves open how long its answer may be, so many tokens of it are counted until it is there. */
const usualAnswer = 512;

/** What a call takes of a limit in tokens until its true use is known: a quarter of its bytes, and the longest answer. */
function tokensAtMost({ messages, sampling }: ChatRequest<null>): number {
  const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return Math.ceil(bytes / 4) + (sampling?.maxTokens ?? usualAnswer);
}

/** One request through the lane, stored before it is read. A failure code says that it came to nothing. */
async function send(
  job: MakeItem,
  { endpoint, lane, price }: Member,
  { id, request, hold, stop }: { id: string; request: ChatRequest<null>; hold: AbortSignal; stop: AbortSignal },
): Promise<Answer | FailureCode | "put down"> {
  const blank: Omit<CallToSettle, "id"> = {
    state: "lost",
    code: "unsent",
    exchange: null,
    repliedModel: null,
    inputTokens: null,
    outputTokens: null,
    costMicros: null,
    latency: null,
    sent: false,
  };
  const counted = tokensAtMost(request);
  if (!(await lane.enter(hold, counted))) {
    await job.desk.settle({ id, ...blank });
    return "put down";
  }
  // Stored by the desk before anybody acts on it: the exchange is the answer as it came.
  const { reply, exchange } = await ask(endpoint, request, { signal: stop, attempts: 1 });
  const facts = reply.outcome === "failed" ? null : reply;
  const usage = facts?.usage ?? null;
  lane.leave(usage?.input == null || usage.output == null ? 0 : counted - usage.input - usage.output);
  const failed = reply.outcome === "failed" ? reply.code : null;
  if (failed === null) lane.succeed();
  else if (failures[failed].concerns === "connection" && failures[failed].again)
    await lane.fail(
      failed,
      retryDelay(lane.closedInRow + 1, retryAfter(exchange.retryHeaders, Date.now()), job.chance()),
    );
  await job.desk.settle({
    id,
    state: reply.outcome,
    code: failed ?? (reply.outcome === "invalid" ? reply.reason : null),
    exchange,
    repliedModel: facts?.model ?? null,
    inputTokens: usage?.input ?? null,
    outputTokens: usage?.output ?? null,
    costMicros: usage === null ? null : callCost(price, usage.input, usage.output),
    latency: exchange.latency,
    sent: true,
  });
  if (reply.outcome !== "failed") return reply;
  return reply.code === "cancelled" ? "put down" : reply.code;
}
