import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ask } from "./ask.ts";
import { type Endpoint, type EndpointSettings, openEndpoint } from "./endpoint.ts";

const seen: { body: unknown; headers: IncomingHttpHeaders; path: string }[] = [];
const server = createServer(async (request, response) => {
  seen.push({ body: JSON.parse((await text(request)) || "null"), headers: request.headers, path: request.url ?? "" });
  const choices = [{ message: { content: '{"score":0.5}' }, finish_reason: "stop" }];
  response.setHeader("content-type", "application/json").end(JSON.stringify({ model: "m", choices }));
});
const open: Endpoint[] = [];
let baseUrl = "";

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(async () => {
  for (const endpoint of open) await endpoint.close();
  server.close();
});

function endpoint(more: Partial<EndpointSettings> = {}): Endpoint {
  const settings = {
    connection: "c",
    name: "Mock",
    baseUrl,
    key: "sk-1",
    headers: {},
    timeout: 20_000,
    simulated: false,
  };
  const made = openEndpoint({ ...settings, ...more }, [{ host: "127.0.0.1", port: null, private: true }]);
  open.push(made);
  return made;
}

const messages = [{ role: "user", content: "Score it." }] as const;
const last = () => seen.at(-1);

test("settings reach the wire exactly as set, and nothing else does", async () => {
  await ask(endpoint(), { model: "m", messages });
  expect(last()?.body).toEqual({ model: "m", messages: [{ role: "user", content: "Score it." }] });
  const sampling = {
    temperature: 0,
    topP: 0,
    maxTokens: 1,
    seed: 0,
    stop: ["\n"],
    presencePenalty: 0,
    frequencyPenalty: -2,
    logprobs: 0,
  };
  await ask(endpoint(), { model: "m", messages, sampling });
  expect(last()).toMatchObject({ path: "/v1/chat/completions" });
  expect(last()?.body).toEqual({
    model: "m",
    messages: [{ role: "user", content: "Score it." }],
    temperature: 0,
    top_p: 0,
    max_tokens: 1,
    seed: 0,
    stop: ["\n"],
    presence_penalty: 0,
    frequency_penalty: -2,
    logprobs: true,
    top_logprobs: 0,
  });
  await ask(endpoint(), { model: "m", messages, sampling: { maxTokens: 7 }, limitField: "max_completion_tokens" });
  expect(last()?.body).toMatchObject({ max_completion_tokens: 7 });
});

test("a form is asked for by schema, as JSON, or in words, and read alike", async () => {
  const schema = z.strictObject({ score: z.number() });
  const asked = async (mode: "schema" | "json" | "text") => {
    const { reply } = await ask(endpoint(), { model: "m", messages, form: { name: "score", schema, mode } });
    expect(reply).toMatchObject({ outcome: "ok", value: { score: 0.5 } });
    return last()?.body;
  };
  expect(await asked("schema")).toMatchObject({
    messages: [{ content: "Score it." }],
    response_format: {
      type: "json_schema",
      json_schema: { name: "score", strict: true, schema: { required: ["score"] } },
    },
  });
  const inWords = expect.stringMatching(/^Score it\.\n\nAnswer with one JSON value[\s\S]*"required":\["score"\]/);
  expect(await asked("json")).toMatchObject({
    messages: [{ content: inWords }],
    response_format: { type: "json_object" },
  });
  const plain = await asked("text");
  expect(plain).toMatchObject({ messages: [{ content: inWords }] });
  expect(plain).not.toHaveProperty("response_format");
});

test("the environment adds nothing, and a connection without a key sends none", async () => {
  const strays = {
    OPENAI_API_KEY: "sk-stray",
    OPENAI_ORG_ID: "stray",
    OPENAI_PROJECT_ID: "stray",
    OPENAI_CUSTOM_HEADERS: "X-Stray: stray",
    OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
  };
  const before = Object.keys(strays).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, strays);
  await ask(endpoint({ key: null, headers: { "X-Team": "tea" } }), { model: "m", messages });
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  const names = Object.keys(last()?.headers ?? {}).toSorted();
  expect(names).toEqual([
    "accept",
    "accept-encoding",
    "accept-language",
    "connection",
    "content-length",
    "content-type",
    "host",
    "sec-fetch-mode",
    "user-agent",
    "x-team",
  ]);
  expect(JSON.stringify(last())).not.toContain("stray");
  await ask(endpoint(), { model: "m", messages });
  expect(last()?.headers.authorization).toBe("Bearer sk-1");
});
