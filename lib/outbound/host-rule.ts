import { type AddressKind, addressKind, isAddress } from "./address-kind.ts";
import { portTrouble } from "./port-trouble.ts";

/** One host that the operator allows. Without a port every port that is not another service's is meant. */
export interface HostRule {
  /** As `URL` writes it: lower case, IPv6 in brackets. */
  host: string;
  port: number | null;
  /** Whether the host may lie on this machine or in a private network. */
  private: boolean;
}

/** Names under which clouds keep credentials; never allowed. */
const metadataNames = new Set(["metadata", "metadata.google.internal", "metadata.goog", "instance-data"]);
const thisMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads what an operator writes: a host or an address, with or without a port. `private` is given for a name that leads into a
 * private network; for an address and for `localhost` it follows.
 *
 * @returns the rule, or what is wrong with the text
 */
export function parseHostRule(text: string, options: { private?: boolean } = {}): HostRule | { trouble: string } {
  const url = /[/?#@\\*\s]/.test(text) || text === "" ? null : URL.parse(`http://${text}/`);
  if (url === null || url.hostname.endsWith("."))
    return { trouble: "is not a host: write a name or an address, with a port where only one is meant" };
  const written = text.toLowerCase().replace(/:\d*$/, "");
  const bare = written.startsWith("[") || !written.includes(":") ? written : `[${text.toLowerCase()}]`;
  if (bare !== url.hostname) return { trouble: `is another way to write ${url.hostname}; write that` };
  const kind = hostKind(url.hostname);
  if (kind === "forbidden") return { trouble: "is an address that is never contacted (see docs/connections.md)" };
  // `URL` leaves out port 80, which is a port like any other here.
  const port = /:(\d+)$/.exec(text.replace(/^\[[^\]]*\]/, ""))?.[1];
  const trouble = port === undefined ? null : portTrouble(Number(port));
  if (trouble !== null) return { trouble };
  const near = kind === "loopback" || kind === "private";
  return {
    host: url.hostname,
    port: port === undefined ? null : Number(port),
    private: near || (kind === "name" && options.private === true),
  };
}

/** The rule that allows a host and a port, or null. The names of this very machine stand for each other. */
export function findRule(rules: readonly HostRule[], host: string, port: number): HostRule | null {
  const same = (rule: HostRule) => rule.host === host || (thisMachine.has(rule.host) && thisMachine.has(host));
  return rules.find((rule) => same(rule) && (rule.port === null || rule.port === port)) ?? null;
}

/** What a host in an address is: a name that has to be resolved first, or the kind of its address. */
export function hostKind(host: string): "name" | AddressKind {
  if (isAddress(host)) return addressKind(host);
  if (host === "localhost") return "loopback";
  return metadataNames.has(host) || host.endsWith(".localhost") ? "forbidden" : "name";
}
