import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Exchange } from "#lib/replies/exchange.ts";
import { type Simulator, startSimulator } from "#lib/simulator/start-simulator.ts";
import { type AskOptions, ask, type ChatRequest, readReply } from "./ask.ts";
import { type Endpoint, openEndpoint } from "./endpoint.ts";

const rules = [{ host: "127.0.0.1", port: null, private: true }];
const key = "sk-canary-of-the-faults";
const Score = z.strictObject({ score: z.number().min(0).max(1) });
const instructions = `You speak for the people of a culture. ${"Weigh each word, and say what people there would say themselves. ".repeat(4)}`;

interface Case {
  fault: string;
  /** Free text unless a score is asked for. */
  scored?: boolean;
  stream?: boolean;
  seconds?: number;
  value?: string;
  /** In milliseconds. */
  timeout?: number;
  expected: object;
  /** Requests for one call that fails each time. */
  attempts: number;
}

const ok = { outcome: "ok" };
const failed = (code: string) => ({ outcome: "failed", code });
const invalid = (reason: string) => ({ outcome: "invalid", reason });

/** What each fault of the battery comes to when it never ends. Transient ones are asked three times, all others once. */
const cases: Case[] = [
  { fault: "F1", seconds: 0, expected: failed("rate-limited"), attempts: 3 },
  { fault: "F2", seconds: 0, expected: failed("rate-limited"), attempts: 3 },
  { fault: "F3", seconds: 0.001, expected: failed("rate-limited"), attempts: 3 },
  { fault: "F4", expected: failed("rate-limited"), attempts: 3 },
  { fault: "F5", expected: failed("out-of-credit"), attempts: 1 },
  { fault: "F6", expected: failed("unauthorized"), attempts: 1 },
  { fault: "F7", expected: failed("forbidden"), attempts: 1 },
  { fault: "F8", expected: failed("unknown-model"), attempts: 1 },
  { fault: "F9", expected: failed("context-length"), attempts: 1 },
  { fault: "F10", expected: failed("server-error"), attempts: 3 },
  { fault: "F11", expected: failed("server-error"), attempts: 3 },
  { fault: "F12", expected: failed("overloaded"), attempts: 3 },
  { fault: "F13", expected: failed("overloaded"), attempts: 3 },
  // An alert of TLS where HTTP was meant; a certificate and a refused connection have tests of their own below.
  { fault: "F15", expected: failed("reset"), attempts: 3 },
  { fault: "F16", timeout: 300, expected: failed("timeout"), attempts: 3 },
  { fault: "F17", timeout: 300, seconds: 1, expected: failed("timeout"), attempts: 3 },
  { fault: "F18", expected: failed("reset"), attempts: 3 },
  { fault: "F19", stream: true, expected: { outcome: "truncated", by: "stream" }, attempts: 3 },
  { fault: "F20", stream: true, expected: failed("server-error"), attempts: 3 },
  { fault: "F21", stream: true, expected: ok, attempts: 1 },
  { fault: "F22", expected: failed("not-json"), attempts: 3 },
  { fault: "F23", expected: failed("not-json"), attempts: 3 },
  { fault: "F24", expected: failed("malformed"), attempts: 3 },
  { fault: "F25", expected: failed("malformed"), attempts: 3 },
  { fault: "F26", expected: { outcome: "refused", text: "I will not answer this one." }, attempts: 1 },
  { fault: "F27", expected: { outcome: "refused" }, attempts: 1 },
  { fault: "F28", value: "length", expected: { outcome: "truncated", by: "length" }, attempts: 1 },
  { fault: "F28", value: "content_filter", expected: { outcome: "blocked" }, attempts: 1 },
  { fault: "F28", value: "tool_calls", expected: invalid("tool-call"), attempts: 1 },
  { fault: "F29", scored: true, expected: { ...ok, notes: ["mended-json"] }, attempts: 1 },
  { fault: "F30", scored: true, expected: { ...ok, notes: ["mended-json"] }, attempts: 1 },
  { fault: "F31", scored: true, expected: invalid("not-json"), attempts: 1 },
  { fault: "F32", scored: true, expected: invalid("wrong-form"), attempts: 1 },
  { fault: "F33", scored: true, value: '"9/10"', expected: invalid("wrong-form"), attempts: 1 },
  { fault: "F33", scored: true, value: "11", expected: invalid("wrong-form"), attempts: 1 },
  { fault: "F33", scored: true, value: "-1", expected: invalid("wrong-form"), attempts: 1 },
  { fault: "F33", scored: true, value: "NaN", expected: invalid("not-json"), attempts: 1 },
  { fault: "F33", scored: true, value: '"high"', expected: invalid("wrong-form"), attempts: 1 },
  { fault: "F34", expected: invalid("wrong-language"), attempts: 1 },
  { fault: "F35", expected: invalid("unstorable"), attempts: 1 },
  { fault: "F36", expected: failed("too-large"), attempts: 1 },
  { fault: "F37", expected: invalid("duplicate"), attempts: 1 },
  { fault: "F38", expected: invalid("echo"), attempts: 1 },
  { fault: "F39", expected: { ...ok, notes: ["instruction-like"] }, attempts: 1 },
  { fault: "F40", expected: { ...ok, usage: null, notes: ["no-usage"] }, attempts: 1 },
  { fault: "F41", expected: failed("redirected"), attempts: 1 },
  { fault: "F42", expected: { ...ok, model: "another-model-than-asked", notes: ["other-model"] }, attempts: 1 },
];
const nameOf = ({ fault, value }: Case) => (value === undefined ? fault : `${fault} ${value}`);
const markerOf = (each: Case) => `«${nameOf(each).replaceAll('"', "'")}»`;
const transient = cases.filter(({ attempts }) => attempts > 1);

let simulator: Simulator;
const open: Endpoint[] = [];

function endpoint(baseUrl: string, timeout = 20_000): Endpoint {
  const made = openEndpoint(
    { connection: "c", name: "Simulator", baseUrl, key, headers: {}, timeout, simulated: true },
    rules,
  );
  open.push(made);
  return made;
}

function request(text: string, scored = false): ChatRequest<z.infer<typeof Score>> {
  return {
    model: "tessera-simulator-1",
    messages: [
      { role: "system", content: instructions },
      { role: "user", content: `Who pours the tea at a wedding in Japan? ${text}` },
    ],
    sampling: { temperature: 0 },
    form: scored ? { name: "score", schema: Score, mode: "schema" } : undefined,
    expected: { language: "en", instructions, isKnown: (said) => said.startsWith("Everybody gets this very same") },
  };
}

const soon = { chance: () => 0 };

beforeAll(async () => {
  const faults = cases.flatMap((each) => {
    const { fault, seconds, value } = each;
    const once = { fault, seconds, value, contains: `once ${markerOf(each)}`, first: 1 };
    return [once, { fault, seconds, value, contains: `ever ${markerOf(each)}` }];
  });
  simulator = await startSimulator({ port: 0, seed: 5, latency: 0, faults, key });
});
afterAll(async () => {
  for (const each of open) await each.close();
  await simulator.stop();
});

describe("F: a fault that never ends", () => {
  test.each(cases.map((each) => [nameOf(each), each] as const))("%s", async (_name, each) => {
    const exchanges: Exchange[] = [];
    const options: AskOptions = {
      ...soon,
      onExchange: (exchange) => void exchanges.push(exchange),
      ...(each.stream ? { onText: () => undefined } : {}),
    };
    const asked = request(`ever ${markerOf(each)}`, each.scored);
    const { reply, attempts, exchange } = await ask(endpoint(simulator.url, each.timeout), asked, options);
    expect(reply).toMatchObject(each.expected);
    expect(attempts).toBe(each.attempts);
    // What was stored says the same when it is read again.
    expect(exchanges).toHaveLength(attempts);
    expect(readReply(exchange, asked)).toEqual(reply);
    expect(JSON.stringify([reply, exchanges])).not.toContain(key);
  });
});

describe("F: a fault that is over at the second attempt", () => {
  test.each(transient.map((each) => [nameOf(each), each] as const))("%s", async (_name, each) => {
    const options: AskOptions = { ...soon, ...(each.stream ? { onText: () => undefined } : {}) };
    const { reply, attempts } = await ask(
      endpoint(simulator.url, each.timeout && 3_000),
      request(`once ${markerOf(each)}`),
      options,
    );
    expect(reply).toMatchObject({ outcome: "ok", model: "tessera-simulator-1" });
    expect(attempts).toBe(2);
  });
});

test("F14: where nobody listens, the connection is refused; when somebody does again, it is answered", async () => {
  const free = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => free.once("listening", resolve));
  const address = free.address();
  const port = typeof address === "object" ? address?.port : 0;
  await new Promise((resolve) => free.close(resolve));
  const nobody = await ask(endpoint(`http://127.0.0.1:${port}/v1`), request(""), soon);
  expect(nobody).toMatchObject({ reply: failed("unreachable"), attempts: 3 });
  const away = await startSimulator({
    port: 0,
    seed: 1,
    latency: 0,
    faults: [{ fault: "F14", first: 1, seconds: 0.05 }],
  });
  // The first request is cut, and some find nobody while the simulator is away.
  const { reply } = await ask(endpoint(away.url), request(""), { attempts: 50, chance: () => 0.1 });
  expect(reply).toMatchObject(ok);
  await away.stop();
});

test("F15: where no TLS is spoken, or by nobody who is trusted, nothing is asked twice", async () => {
  const asked = await ask(endpoint(simulator.url.replace("http:", "https:")), request(""), soon);
  expect(asked).toMatchObject({ reply: failed("tls"), attempts: 1 });
});

test("a call that is cancelled ends, before, during and between attempts", async () => {
  const never = markerOf({ fault: "F16", expected: {}, attempts: 1 });
  const stop = new AbortController();
  const asked = ask(endpoint(simulator.url), request(`ever ${never}`), { ...soon, signal: stop.signal });
  setImmediate(() => stop.abort());
  expect(await asked).toMatchObject({ reply: failed("cancelled"), attempts: 1 });
  const late = await ask(endpoint(simulator.url), request("late"), { signal: AbortSignal.abort() });
  expect(late).toMatchObject({ reply: failed("cancelled"), attempts: 1 });
});

test("a wait that the endpoint asks for and that does not fit the budget is not begun", async () => {
  const patient = await startSimulator({ port: 0, seed: 1, latency: 0, faults: [{ fault: "F1", seconds: 3_000 }] });
  const { reply, attempts } = await ask(endpoint(patient.url), request(""), { budget: 60_000 });
  expect({ reply, attempts }).toMatchObject({ reply: failed("rate-limited"), attempts: 1 });
  await patient.stop();
});
