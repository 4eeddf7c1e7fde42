import { addressKind } from "./address-kind.ts";
import { findRule, type HostRule, hostKind } from "./host-rule.ts";
import type { BaseUrl } from "./parse-base-url.ts";

/** Why nothing may be sent to an address, or null. Looks at the address alone; a name's own addresses are judged by `resolvedTrouble`. */
export function outboundTrouble(rules: readonly HostRule[], { protocol, host, port }: BaseUrl): string | null {
  const kind = hostKind(host);
  if (kind === "forbidden") return `${host} is never contacted`;
  const rule = findRule(rules, host, port);
  if (rule === null)
    return `${host} is not on the list of allowed hosts. The operator adds it with: tessera allow-host ${host}`;
  if ((kind === "loopback" || kind === "private") && !rule.private) return `${host} lies in a private network`;
  if (protocol === "http:" && !rule.private)
    return "without https the key could be read on the way; http is for this machine and private networks";
  return null;
}

/**
 * Why a name that led to these addresses is not contacted, or null. One bad address is enough: whoever controls the name chooses
 * which of them is used.
 */
export function resolvedTrouble(rule: HostRule, addresses: readonly string[]): string | null {
  if (addresses.length === 0) return `${rule.host} has no address`;
  for (const address of addresses) {
    const kind = addressKind(address);
    if (kind === "forbidden") return `${rule.host} leads to ${address}, which is never contacted`;
    if (kind !== "public" && !rule.private)
      return `${rule.host} leads to ${address}, in a private network. The operator allows that with: tessera allow-host ${rule.host} --private`;
  }
  return null;
}
