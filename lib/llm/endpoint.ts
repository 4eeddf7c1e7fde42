import OpenAI from "openai";
import { type GuardedFetch, openGuardedFetch, type ResolveHost } from "#lib/network/guarded-fetch.ts";
import type { HostRule } from "#lib/outbound/host-rule.ts";

/** What is needed to ask an endpoint. The key and the headers are secrets: they go nowhere but into requests. */
export interface EndpointSettings {
  /** The id of the connection, which results name. */
  connection: string;
  name: string;
  baseUrl: string;
  key: string | null;
  headers: Readonly<Record<string, string>>;
  /** How long one request may take, its whole answer included, in milliseconds. */
  timeout: number;
  /** Whether what it says is invented by a simulator, and has to be marked so. */
  simulated: boolean;
}

/** An endpoint to ask. Holds connections open; close it after use. */
export interface Endpoint {
  readonly connection: string;
  readonly name: string;
  readonly timeout: number;
  readonly simulated: boolean;
  readonly client: OpenAI;
  readonly way: GuardedFetch;
  close(): Promise<void>;
}

/** Opens an endpoint behind the guard of `rules`. Nothing is sent. */
export function openEndpoint(settings: EndpointSettings, rules: readonly HostRule[], resolve?: ResolveHost): Endpoint {
  const { connection, name, timeout, simulated, key } = settings;
  const guarded = openGuardedFetch(rules, resolve);
  const way = { ...guarded, fetch: plainFetch(guarded, settings) };
  const client = new OpenAI({
    baseURL: settings.baseUrl,
    // One who asks for no key is sent none; the client only wants to be told one.
    apiKey: key ?? "none",
    // Everything that it would otherwise read from the environment of the process.
    organization: null,
    project: null,
    webhookSecret: null,
    adminAPIKey: null,
    logLevel: "off",
    // Retries are ours alone (lib/llm/persist.ts): two loops multiply.
    maxRetries: 0,
    timeout,
    fetch: way.fetch,
  });
  return { connection, name, timeout, simulated, client, way, close: () => guarded.close() };
}

/**
 * Sends exactly the headers that a request needs and those of the connection. The client would add its version, the machine's
 * system and whatever OPENAI_CUSTOM_HEADERS holds.
 */
function plainFetch(guarded: GuardedFetch, { key, headers }: EndpointSettings): GuardedFetch["fetch"] {
  return (url, init = {}) => {
    const given = new Headers(init.headers);
    const sent = new Headers({ accept: given.get("accept") ?? "application/json", "user-agent": "tessera" });
    const type = given.get("content-type");
    if (type !== null && init.body != null) sent.set("content-type", type);
    if (key !== null) sent.set("authorization", `Bearer ${key}`);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    return guarded.fetch(url, { ...init, headers: sent });
  };
}
