import { chanceOf } from "./chance.ts";
import type { FaultRule } from "./faults.ts";
import type { ChatRequest } from "./requests.ts";
import { usageOf, type WrittenReply } from "./write-reply.ts";

interface Frame {
  id: string;
  /** Seconds since 1970. */
  created: number;
  fault: FaultRule | null;
}

const otherModel = "another-model-than-asked";

/** The body of a chat completion. Faults of the envelope (F24, F25, F40, F42) are in it. */
export function completionBody(request: ChatRequest, reply: WrittenReply, { id, created, fault }: Frame): string {
  const message = { role: "assistant", content: reply.content, refusal: reply.refusal };
  const logprobs = request.logprobs === true ? logprobsOf(reply, request.top_logprobs ?? 0) : null;
  const toolCalls = { id: "call_1", type: "function", function: { name: "unasked", arguments: "{}" } };
  const called = reply.finishReason === "tool_calls" ? { ...message, content: null, tool_calls: [toolCalls] } : message;
  const choices = [{ index: 0, message: called, logprobs, finish_reason: reply.finishReason }];
  return JSON.stringify({
    id,
    object: "chat.completion",
    created,
    model: fault?.fault === "F42" ? otherModel : request.model,
    ...(fault?.fault === "F24" ? {} : { choices: fault?.fault === "F25" ? [] : choices }),
    ...(fault?.fault === "F40" ? {} : { usage: usageOf(request, reply) }),
  });
}

/** The same as the events of a stream, one for each token. F19 ends it early, F20 by an error; F21 puts comments between. */
export function completionEvents(request: ChatRequest, reply: WrittenReply, { id, created, fault }: Frame): string[] {
  const frame = {
    id,
    object: "chat.completion.chunk",
    created,
    model: fault?.fault === "F42" ? otherModel : request.model,
  };
  const event = (choices: readonly unknown[], more: object = {}) =>
    `data: ${JSON.stringify({ ...frame, choices, ...more })}\n\n`;
  const delta = (content: object, finish: string | null = null) =>
    event([{ index: 0, delta: content, finish_reason: finish }]);
  const said =
    reply.refusal === null ? reply.tokens.map((content) => delta({ content })) : [delta({ refusal: reply.refusal })];
  const half = said.slice(0, Math.ceil(said.length / 2));
  const start = delta({ role: "assistant", content: "" });
  if (fault?.fault === "F19") return [start, ...half];
  if (fault?.fault === "F20")
    return [
      start,
      ...half,
      'data: {"error":{"message":"The server broke off","type":"server_error","code":"500"}}\n\n',
    ];
  const told = fault?.fault === "F21" ? said.flatMap((each) => [": still here\n\n", each]) : said;
  const usage = request.stream_options?.include_usage === true && fault?.fault !== "F40";
  return [
    start,
    ...told,
    delta({}, reply.finishReason),
    ...(usage ? [event([], { usage: usageOf(request, reply) })] : []),
    "data: [DONE]\n\n",
  ];
}

/** Made-up logarithms of probabilities: the token that was said is always the likeliest. */
function logprobsOf(reply: WrittenReply, others: number) {
  const chance = chanceOf("logprobs", reply.content ?? "");
  return {
    content: reply.tokens.map((token) => {
      const said = 0.5 + chance() / 2;
      const left = (1 - said) / (others + 1);
      const entry = (text: string, probability: number) => ({
        token: text,
        logprob: Math.log(probability),
        bytes: [...Buffer.from(text)],
      });
      const alternatives = Array.from({ length: Math.max(0, others - 1) }, (_, n) =>
        entry(`${token}~${n + 1}`, left / (n + 2)),
      );
      return { ...entry(token, said), top_logprobs: others === 0 ? [] : [entry(token, said), ...alternatives] };
    }),
  };
}
