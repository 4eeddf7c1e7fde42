import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { completionBody, completionEvents } from "#lib/simulation/completion.ts";
import { embedText } from "#lib/simulation/embed-text.ts";
import { createFaultPicker, type FaultCase, type FaultRule } from "#lib/simulation/faults.ts";
import { countTokens, simulatedModels } from "#lib/simulation/models.ts";
import { answerWith, failWith, jsonHeaders, type PlainAnswer } from "#lib/simulation/plain-answer.ts";
import { refusalOf } from "#lib/simulation/refusals.ts";
import { ChatRequest, EmbeddingRequest } from "#lib/simulation/requests.ts";
import { usageOf, writeReply } from "#lib/simulation/write-reply.ts";
import { parsedJson } from "#lib/text/parsed-json.ts";
import { createBatches } from "./batches.ts";
import { createCalls } from "./calls.ts";
import { sendDisturbed, sendEvents } from "./send.ts";

export interface SimulatorOptions {
  /** 0 lets the machine choose. */
  port: number;
  seed: number;
  /** How long an answer takes, in milliseconds. */
  latency: number;
  faults: readonly FaultRule[];
  /** Where given, others are refused. */
  key?: string | null;
  /** Requests in any minute; more are told to wait. */
  requestsPerMinute?: number | null;
}

export interface Simulator {
  /** The base URL of the API, such as http://127.0.0.1:4010/v1. */
  url: string;
  stop(): Promise<void>;
}

const paths: Record<string, FaultCase["path"]> = {
  "/v1/models": "models",
  "/v1/chat/completions": "chat",
  "/v1/embeddings": "embeddings",
};

/** Starts an OpenAI-compatible server on this machine that invents what it says. For tests, demonstrations and practice. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { seed, latency } = options;
  const began = performance.now();
  const calls = createCalls(options.requestsPerMinute ?? null);
  const pickFault = createFaultPicker(options.faults, seed);
  const batches = createBatches((body) => answerChat(body, 0));
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      send(response, failWith(500, "server_error", error instanceof Error ? error.message : "Something broke."));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://simulator").pathname;
    if (path === "/__calls") return send(response, answerWith(calls.report()));
    const body = await text(request);
    const kind = paths[path] ?? (/^\/v1\/(batches|files)(\/|$)/.test(path) ? "batches" : null);
    if (kind === null) return send(response, failWith(404, "not_found", "There is nothing here."));
    const { call, time, end } = calls.begin(kind, body);
    response.once("close", end);
    const model = modelOf(body);
    const fault = pickFault({ path: kind, model, body, call, time, at: (performance.now() - began) / 1_000 });
    if (fault) calls.befall(fault.fault);
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    if (response.destroyed) return;
    if (calls.isTooMany())
      return send(response, failWith(429, "rate_limit_exceeded", "Too many.", { "retry-after": "1" }));
    const key = options.key ?? null;
    if (key !== null && request.headers.authorization !== `Bearer ${key}`)
      return send(response, failWith(401, "invalid_api_key", "The key is not known."));
    const refusal = fault ? refusalOf(fault, Date.now()) : null;
    if (refusal) return send(response, refusal);
    if (kind === "chat") return chat(response, body, call, fault);
    const plain =
      kind === "models" ? models() : kind === "embeddings" ? embeddings(body) : batches.answer(request, path, body);
    deliver(response, plain, fault);
  }

  async function chat(response: ServerResponse, body: string, call: number, fault: FaultRule | null): Promise<void> {
    const made = answerChat(body, call, fault);
    if (made.events) await sendEvents(response, made.events, fault, server);
    else deliver(response, made.plain, fault);
  }

  function answerChat(
    body: string,
    call: number,
    fault: FaultRule | null = null,
  ): { plain: PlainAnswer; events: string[] | null } {
    const refuse = (plain: PlainAnswer) => ({ plain, events: null });
    const request = ChatRequest.safeParse(parsedJson(body)?.value);
    if (!request.success) return refuse(failWith(400, "invalid_request_error", "The request is not one for a chat."));
    const model = simulatedModels.find(({ id }) => id === request.data.model);
    if (model?.kind !== "chat") return refuse(failWith(404, "model_not_found", "There is no such model for chat."));
    const reply = writeReply(request.data, { seed, call, fault });
    const usage = usageOf(request.data, reply);
    if (usage.prompt_tokens > model.context)
      return refuse(failWith(400, "context_length_exceeded", "The request is longer than the model takes."));
    calls.charge(usage.prompt_tokens, usage.completion_tokens);
    const frame = { id: `chatcmpl-${seed}-${call}`, created: Math.floor(Date.now() / 1_000), fault };
    return {
      plain: { status: 200, headers: jsonHeaders, body: completionBody(request.data, reply, frame) },
      events: request.data.stream === true ? completionEvents(request.data, reply, frame) : null,
    };
  }

  function embeddings(body: string): PlainAnswer {
    const request = EmbeddingRequest.safeParse(parsedJson(body)?.value);
    if (!request.success) return failWith(400, "invalid_request_error", "The request is not one for embeddings.");
    const { model, input, encoding_format } = request.data;
    if (simulatedModels.find(({ id }) => id === model)?.kind !== "embedding")
      return failWith(404, "model_not_found", "There is no such model for embeddings.");
    const texts = typeof input === "string" ? [input] : input;
    const tokens = texts.reduce((sum, each) => sum + countTokens(each), 0);
    calls.charge(tokens, 0);
    const data = texts.map((each, index) => {
      const vector = embedText(each, seed);
      const embedding =
        encoding_format === "base64" ? Buffer.from(Float32Array.from(vector).buffer).toString("base64") : vector;
      return { object: "embedding", index, embedding };
    });
    return answerWith({ object: "list", model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } });
  }

  function deliver(response: ServerResponse, plain: PlainAnswer, fault: FaultRule | null): void {
    if (fault === null || !sendDisturbed(response, plain, fault, server)) send(response, plain);
  }

  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a path
  return {
    url: `http://127.0.0.1:${port}/v1`,
    async stop() {
      const closed = server.listening ? once(server, "close") : null;
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function models(): PlainAnswer {
  const data = simulatedModels.map(({ id, context, prompt, completion }) => ({
    id,
    object: "model",
    created: 0,
    owned_by: "tessera-simulator",
    context_length: context,
    pricing: { prompt: String(prompt), completion: String(completion) },
  }));
  return answerWith({ object: "list", data });
}

function send(response: ServerResponse, { status, headers, body }: PlainAnswer): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

function modelOf(body: string): string | null {
  return /"model"\s*:\s*"([^"\\]*)"/.exec(body)?.[1] ?? null;
}
