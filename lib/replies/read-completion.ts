import { z } from "zod";
import { parsedJson } from "#lib/text/parsed-json.ts";
import type { ReplyFacts } from "./reply.ts";

const Logprob = z.object({ token: z.string(), logprob: z.number() });
const Usage = z
  .object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0).default(0) })
  .transform(({ prompt_tokens, completion_tokens }) => ({ input: prompt_tokens, output: completion_tokens }));
/** Parts of texts, as some endpoints answer. */
const Content = z.union([
  z.string(),
  z.null(),
  z
    .array(z.looseObject({ text: z.string().optional() }))
    .transform((parts) => parts.map(({ text = "" }) => text).join("")),
]);

const Choice = z.looseObject({
  finish_reason: z.string().nullish(),
  message: z.looseObject({
    content: Content.nullish(),
    refusal: z.string().nullish(),
    tool_calls: z.array(z.unknown()).nullish(),
  }),
  logprobs: z
    .looseObject({ content: z.array(Logprob.extend({ top_logprobs: z.array(Logprob).nullish() })).nullish() })
    .nullish()
    .catch(null),
});
const Completion = z.looseObject({
  model: z.string().nullish().catch(null),
  usage: Usage.nullish().catch(null),
  choices: z.array(Choice).min(1),
});

const Chunk = z.looseObject({
  model: z.string().nullish().catch(null),
  usage: Usage.nullish().catch(null),
  choices: z
    .array(
      z.looseObject({
        index: z.int().optional(),
        finish_reason: z.string().nullish(),
        delta: z
          .looseObject({
            content: z.string().nullish(),
            refusal: z.string().nullish(),
            tool_calls: z.array(z.unknown()).nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

/** A completion in our own words, however it came. */
export interface Completed extends ReplyFacts {
  text: string;
  refusal: string | null;
  calls: boolean;
  /** False for a stream that ended before the model did. */
  whole: boolean;
}

/** The body of a chat completion; null where it is none. Its first choice counts. */
export function readCompletion(body: unknown): Completed | null {
  const parsed = Completion.safeParse(body);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || choice === undefined) return null;
  const { message, logprobs } = choice;
  return {
    model: parsed.data.model ?? null,
    usage: parsed.data.usage ?? null,
    finishReason: choice.finish_reason ?? null,
    logprobs:
      logprobs?.content?.map(({ token, logprob, top_logprobs }) => ({ token, logprob, others: top_logprobs ?? [] })) ??
      null,
    text: message.content ?? "",
    refusal: message.refusal ?? null,
    calls: (message.tool_calls?.length ?? 0) > 0,
    whole: true,
  };
}

/** The data of the events of a stream: comments and other fields are left out, lines of one event joined. O(length). */
export function readEvents(text: string): string[] {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n\n")
    .map((event) =>
      event
        .split("\n")
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice(5).replace(/^ /, ""))
        .join("\n"),
    )
    .filter((data) => data !== "");
}

/**
 * The chunks of a stream put together. Whole when the model said why it stopped; an end without that is a cut, whatever the text looks
 * like.
 *
 * @returns null where something in it is no chunk; an error that the stream tells, as its body
 */
export function readStream(text: string): Completed | { error: unknown } | null {
  const all: Completed = {
    model: null,
    usage: null,
    finishReason: null,
    logprobs: null,
    text: "",
    refusal: null,
    calls: false,
    whole: false,
  };
  const events = readEvents(text);
  if (events.length === 0) return null;
  for (const [at, data] of events.entries()) {
    if (data === "[DONE]") break;
    const parsed = parsedJson(data);
    // The last event of a stream that was cut may be half an event.
    if (parsed === null && at === events.length - 1 && !text.endsWith("\n\n")) break;
    if (parsed === null) return null;
    const body = parsed.value;
    if (typeof body === "object" && body !== null && "error" in body && body.error) return { error: body };
    const chunk = Chunk.safeParse(body);
    if (!chunk.success) return null;
    all.model = chunk.data.model ?? all.model;
    all.usage = chunk.data.usage ?? all.usage;
    const choice = chunk.data.choices?.find(({ index = 0 }) => index === 0);
    if (!choice) continue;
    all.text += choice.delta?.content ?? "";
    if (choice.delta?.refusal) all.refusal = (all.refusal ?? "") + choice.delta.refusal;
    if ((choice.delta?.tool_calls?.length ?? 0) > 0) all.calls = true;
    all.finishReason = choice.finish_reason ?? all.finishReason;
  }
  return { ...all, whole: all.finishReason !== null };
}
