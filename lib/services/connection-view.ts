import { z } from "zod";
import type { Connection as Row } from "#lib/db/generated/client.ts";
import type { HostRule } from "#lib/outbound/host-rule.ts";
import { outboundTrouble } from "#lib/outbound/outbound-trouble.ts";
import { parseBaseUrl } from "#lib/outbound/parse-base-url.ts";
import { ConnectionModel, ConnectionTest, type ConnectionView } from "#lib/schema/connection.ts";
import type { World } from "#lib/world/world.ts";

/** Where the vault puts a connection's key and its headers. */
export const placeOf = {
  key: (id: string) => `connection ${id} key`,
  headers: (id: string) => `connection ${id} headers`,
};

/** The models that a person wrote down for a connection. */
export function modelsOf(row: Pick<Row, "models">): ConnectionModel[] {
  return z.array(ConnectionModel).parse(row.models);
}

/** What the last test found; null before the first, and after the address changed. */
export function testOf(row: Pick<Row, "tested">): ConnectionTest | null {
  return row.tested === null ? null : ConnectionTest.parse(row.tested);
}

/** A connection as its owner sees it: no secret leaves. */
export function toConnectionView(world: World, row: Row, rules: readonly HostRule[], projects: number): ConnectionView {
  const base = parseBaseUrl(row.baseUrl);
  const headers = row.sealedHeaders === null || world.vault.open(placeOf.headers(row.id), row.sealedHeaders) !== null;
  const key =
    row.sealedKey === null
      ? "none"
      : world.vault.open(placeOf.key(row.id), row.sealedKey) === null
        ? "unreadable"
        : "kept";
  return {
    id: row.id,
    name: row.name,
    baseUrl: row.baseUrl,
    blocked: "trouble" in base ? `The address ${base.trouble}.` : outboundTrouble(rules, base),
    key: headers ? key : "unreadable",
    headerNames: row.headerNames,
    models: modelsOf(row),
    requestsPerMinute: row.requestsPerMinute,
    tokensPerMinute: row.tokensPerMinute,
    concurrency: row.concurrency,
    timeoutSeconds: row.timeoutSeconds,
    simulated: row.simulated,
    tested: testOf(row),
    projects,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}
