import { promises as dns, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector, type Dispatcher, fetch as undiciFetch } from "undici";
import { findRule, type HostRule } from "#lib/outbound/host-rule.ts";
import { outboundTrouble, resolvedTrouble } from "#lib/outbound/outbound-trouble.ts";
import { type BaseUrl, parseBaseUrl } from "#lib/outbound/parse-base-url.ts";

/** Finds the addresses of a name. */
export type ResolveHost = (host: string) => Promise<LookupAddress[]>;

/** The machine's own resolver, with its hosts file. */
export const resolveHost: ResolveHost = (host) => dns.lookup(host, { all: true });

/** Nothing was sent: the address is not one that the operator allows. */
export class OutboundRefused extends Error {
  override readonly name = "OutboundRefused";
}
/** The endpoint sent the request elsewhere; it was not followed. */
export class Redirected extends Error {
  override readonly name = "Redirected";
}

/** A way out that leads to allowed hosts only. */
export interface GuardedFetch {
  fetch(url: string | URL | Request, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** How long a connection may take to be made, in milliseconds. */
const connectPatience = 15_000;
/** How long a look at a name's addresses may hold up whoever saves it, in milliseconds. */
const lookupPatience = 3_000;

/**
 * Opens the one way out. Each request is checked against the rules by its address, each new connection by what its name leads to,
 * and the connection goes to the very addresses that were checked. Redirects are not followed, and proxies of the environment are
 * not used. Connections are kept for later requests; close it after use.
 */
export function openGuardedFetch(rules: readonly HostRule[], resolve: ResolveHost = resolveHost): GuardedFetch {
  const agent = new Agent({
    // The caller's signal bounds the whole exchange; these would cut long answers short.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: checkedConnector(rules, resolve),
  });
  return {
    async fetch(input, init) {
      const url = input instanceof Request ? input.url : String(input);
      requireAllowed(rules, url);
      const answer = await send(agent, url, init);
      if (answer.status >= 300 && answer.status < 400) {
        await answer.body?.cancel();
        throw new Redirected(`The endpoint sends requests elsewhere (${answer.status}); redirects are not followed.`);
      }
      return answer;
    },
    close: () => agent.destroy(),
  };
}

/**
 * Checks an address as a request would, its name's addresses included, without a connection. A name that cannot be resolved now
 * passes: it may be there later, and is looked at again.
 *
 * @returns why nothing may be sent there, or null
 */
export async function findOutboundTrouble(
  rules: readonly HostRule[],
  base: BaseUrl,
  resolve: ResolveHost = resolveHost,
): Promise<string | null> {
  const trouble = outboundTrouble(rules, base);
  const rule = findRule(rules, base.host, base.port);
  if (trouble !== null || rule === null) return trouble;
  const late = new Promise<null>((give) => setTimeout(() => give(null), lookupPatience).unref());
  const addresses = await Promise.race([resolve(base.host.replace(/^\[|\]$/g, "")).catch(() => null), late]);
  return addresses === null
    ? null
    : resolvedTrouble(
        rule,
        addresses.map(({ address }) => address),
      );
}

async function send(dispatcher: Dispatcher, url: string, init: RequestInit = {}): Promise<Response> {
  // The same interface by two libraries: undici's own fetch is the one that takes its agents.
  const { body, headers, method, signal } = init;
  const answer = await undiciFetch(url, {
    method,
    headers: [...new Headers(headers)],
    body: typeof body === "string" ? body : null,
    signal,
    redirect: "manual",
    dispatcher,
  });
  return new Response(answer.status === 204 ? null : (answer.body as ReadableStream<Uint8Array> | null), {
    status: answer.status,
    headers: [...answer.headers],
  });
}

function requireAllowed(rules: readonly HostRule[], url: string): void {
  // What the client adds to a base URL may have a query; the base itself may not.
  const base = parseBaseUrl(url.replace(/\?.*$/s, ""));
  const trouble = "trouble" in base ? `the address ${base.trouble}` : outboundTrouble(rules, base);
  if (trouble !== null) throw new OutboundRefused(trouble);
}

/** Connects to the very addresses that were checked: a name is resolved once for each new connection. */
function checkedConnector(rules: readonly HostRule[], resolve: ResolveHost): buildConnector.connector {
  return (options, callback) => {
    const { hostname, protocol } = options;
    const port = Number(options.port) || (protocol === "https:" ? 443 : 80);
    const rule = findRule(rules, hostname.includes(":") ? `[${hostname.replace(/^\[|\]$/g, "")}]` : hostname, port);
    if (rule === null) return callback(new OutboundRefused(`${hostname} is not on the list of allowed hosts`), null);
    buildConnector({ timeout: connectPatience, lookup: checkedLookup(rule, resolve) })(options, callback);
  };
}

function checkedLookup(rule: HostRule, resolve: ResolveHost): LookupFunction {
  return (hostname, options, callback) => {
    const fail = (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), "");
    resolve(hostname).then((found) => {
      const trouble = resolvedTrouble(
        rule,
        found.map(({ address }) => address),
      );
      const [first] = found;
      if (trouble !== null || first === undefined) return fail(new OutboundRefused(trouble ?? "no address"));
      if (options.all === true) return callback(null, found);
      callback(null, first.address, first.family);
    }, fail);
  };
}
