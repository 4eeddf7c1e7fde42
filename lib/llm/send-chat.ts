import type { ChatMessage, ChatSettings } from "#lib/replies/chat.ts";
import type { Exchange } from "#lib/replies/exchange.ts";
import type { Endpoint } from "./endpoint.ts";
import { type ExchangeOptions, exchangeWith } from "./exchange.ts";

/** One chat request, made once, and its answer as it came. */
export function sendChat(
  endpoint: Endpoint,
  { model, messages, settings = {} }: { model: string; messages: readonly ChatMessage[]; settings?: ChatSettings },
  options: ExchangeOptions,
): Promise<Exchange> {
  const { temperature, topP, maxTokens, seed, stop } = settings;
  const body = {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
    ...(seed === undefined ? {} : { seed }),
    ...(stop === undefined ? {} : { stop: [...stop] }),
  };
  return exchangeWith(
    endpoint,
    (client, request) => client.chat.completions.create(body, request).asResponse(),
    options,
  );
}
