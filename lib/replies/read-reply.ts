import { z } from "zod";
import type { ChatSettings, Reply } from "./chat.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { Exchange } from "./exchange.ts";
import type { FailureCode } from "./failure.ts";

const Body = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) }).nullish(),
});

/** Reads a stored answer to a chat call: what it says, or the failure that it is. Pure, so it can be read again by a later version. */
export function readReply(exchange: Exchange, _settings: ChatSettings): Reply | FailureCode {
  const failed = classifyFailure(exchange);
  if (failed === "blocked") return { kind: "blocked", text: "", model: null, usage: null };
  if (failed !== null) return failed;
  let json: unknown;
  try {
    json = JSON.parse(exchange.text);
  } catch {
    return "not-json";
  }
  const parsed = Body.safeParse(json);
  if (!parsed.success) return "malformed";
  const { model, choices, usage } = parsed.data;
  const [choice] = choices;
  const text = choice?.message.content ?? "";
  const said = {
    text,
    model: model ?? null,
    usage: usage ? { input: usage.prompt_tokens, output: usage.completion_tokens } : null,
  };
  if (choice?.message.refusal) return { kind: "refused", ...said, text: choice.message.refusal };
  if (choice?.finish_reason === "content_filter") return { kind: "blocked", ...said };
  if (choice?.finish_reason === "length") return { kind: "truncated", ...said };
  return text.trim() === "" ? { kind: "invalid", ...said } : { kind: "ok", ...said };
}
