import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { invalidField, StudioError } from "#lib/errors.ts";
import { type HostRule, parseHostRule } from "#lib/outbound/host-rule.ts";
import { AllowedHostView, HostInput } from "#lib/schema/connection.ts";
import type { World } from "#lib/world/world.ts";
import { defineAccountChange, defineRead } from "./define.ts";

/**
 * Who sends requests out, each with a list of its own: what is allowed for one is not for another. So far only models are asked;
 * imports and exports fetch nothing.
 */
const surface = "models";

/** The hosts that requests may go to, by name. There are as many as the operator wrote, some dozens. */
export const listAllowedHosts = defineRead(
  {
    action: "connection.manage",
    summary: "List the hosts that requests may go to",
    Input: z.strictObject({}),
    Output: z.strictObject({ rows: z.array(AllowedHostView) }),
  },
  async ({ world }) => {
    const rows = await world.db.allowedHost.findMany({
      where: { surface },
      orderBy: [{ host: "asc" }, { port: "asc" }],
      take: 1_000,
    });
    return { rows: rows.map(toView) };
  },
);

/**
 * Allows requests to a host. What lies on this machine or in a private network is allowed at the command line only: who can reach
 * the page may not be who answers for the network.
 */
export const allowHost = defineAccountChange(
  { action: "connection.manage", summary: "Allow a host", Input: HostInput, Output: AllowedHostView },
  async ({ world, actor, tx }, input) => {
    const rule = parseHostRule(input.host.trim(), { private: input.private });
    if ("trouble" in rule) throw refused(rule.trouble);
    if (rule.private && actor?.kind !== "operator")
      throw refused(
        `lies on this machine or in its network. The operator allows it with: tessera allow-host ${input.host}`,
      );
    const key = { surface, host: rule.host, port: rule.port ?? 0 };
    const row = await tx.allowedHost.upsert({
      where: { surface_host_port: key },
      create: { ...key, private: rule.private, createdAt: world.now() },
      update: { private: rule.private },
    });
    return toView(row);
  },
);

/** Takes a host off the list; connections to it rest from their next request on. */
export const disallowHost = defineAccountChange(
  {
    action: "connection.manage",
    summary: "Take a host off the list",
    Input: HostInput.pick({ host: true }),
    Output: z.strictObject({}),
  },
  async ({ tx }, { host }) => {
    const rule = parseHostRule(host.trim());
    if ("trouble" in rule) throw refused(rule.trouble);
    const { count } = await tx.allowedHost.deleteMany({
      where: { surface, host: rule.host, port: rule.port ?? 0 },
    });
    if (count === 0) throw new StudioError("not_found", `${host} is not on the list.`);
    return {};
  },
);

/** The rules for requests to models. One small query. */
export async function readHostRules(from: World["db"] | Transaction): Promise<HostRule[]> {
  const rows = await from.allowedHost.findMany({ where: { surface } });
  return rows.map(({ host, port, private: near }) => ({ host, port: port === 0 ? null : port, private: near }));
}

function refused(message: string): StudioError {
  return invalidField("host", message);
}

function toView(row: { host: string; port: number; private: boolean; createdAt: Date }): AllowedHostView {
  return {
    host: row.host,
    port: row.port === 0 ? null : row.port,
    private: row.private,
    createdAt: row.createdAt.toISOString(),
  };
}
