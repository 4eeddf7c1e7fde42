import { StudioError } from "#lib/errors.ts";
import { probe } from "#lib/llm/probe.ts";
import { failureWords } from "#lib/replies/failure.ts";
import { ConnectionRef, ConnectionTest } from "#lib/schema/connection.ts";
import { modelsOf } from "./connection-view.ts";
import { defineAccountAct } from "./define.ts";
import { openConnection } from "./open-connection.ts";

/**
 * Asks an endpoint what it can do and keeps the answer with the connection. Nothing that the endpoint wrote is told but the names of its
 * models: an answer must not be a way to read what stands behind an address. Up to some minutes; about a dozen small requests.
 */
export const testConnection = defineAccountAct(
  { action: "connection.manage", summary: "Test a connection", Input: ConnectionRef, Output: ConnectionTest },
  async ({ world }, { connection }) => {
    const row = await world.db.connection.findFirst({ where: { id: connection, removedAt: null } });
    if (!row) throw new StudioError("not_found", "There is no such connection.");
    const endpoint = await openConnection(world, connection);
    try {
      const { failure, ...found } = await probe(
        endpoint,
        modelsOf(row).map(({ name }) => name),
      );
      const none = found.abilities.chat === "no" && found.abilities.embeddings === "no";
      const problem =
        failure !== null
          ? failureWords[failure]
          : none
            ? "None of its models answered. Write down the name of one that does."
            : null;
      const test = ConnectionTest.parse({ at: world.now().toISOString(), ok: problem === null, problem, ...found });
      // What was found of an address that somebody changed in the meantime says nothing of the new one.
      await world.db.connection.updateMany({ where: { id: connection, version: row.version }, data: { tested: test } });
      return test;
    } finally {
      await endpoint.close();
    }
  },
);
