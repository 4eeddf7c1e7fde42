import type { Transaction } from "#lib/db/client.ts";
import { errorCodes } from "#lib/db/error-codes.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { World } from "#lib/world/world.ts";

/** The client's name for one write: a UUID it made, and the hash of what it asked. */
export interface Command {
  key: string;
  requestHash: string;
}

/**
 * Serialisation failure, deadlock and Prisma's word for both; and rows that somebody else made or took away between a
 * verb's look and its write (unique and foreign keys): run again, the verb sees them and says so in its own words.
 */
const transient = new Set(["40001", "40P01", "P2034", "P2002", "P2003", "23505", "23503"]);
const attempts = 10;

/**
 * Runs `verb` in one transaction and keeps its answer with it, so that the same key asked again gets the stored answer and
 * nothing happens twice. A key used for another request is refused. A verb that throws leaves nothing behind.
 */
export async function answerOnce<Answer>(
  world: World,
  actor: Actor | null,
  command: Command,
  verb: (tx: Transaction) => Promise<Answer>,
  kept: (answer: Answer) => Answer = (answer) => answer,
): Promise<Answer> {
  const asker =
    actor === null ? "public" : `${actor.kind}:${actor.kind === "token" ? actor.tokenId : (actor.userId ?? "")}`;
  for (let attempt = 1; ; attempt++) {
    try {
      return await world.db.$transaction(async (tx) => {
        const claimed = await tx.$executeRaw(Prisma.sql`
          INSERT INTO idempotent_answer (actor, key, request_hash) VALUES (${asker}, ${command.key}::uuid, ${command.requestHash})
          ON CONFLICT DO NOTHING`);
        if (claimed === 0) return stored<Answer>(tx, asker, command);
        const answer = await verb(tx);
        await tx.$executeRaw(Prisma.sql`
          UPDATE idempotent_answer SET answer = ${JSON.stringify(kept(answer))}::json WHERE actor = ${asker} AND key = ${command.key}::uuid`);
        return answer;
      });
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
    }
  }
}

async function stored<Answer>(tx: Transaction, asker: string, command: Command): Promise<Answer> {
  const row = await tx.idempotentAnswer.findUnique({ where: { actor_key: { actor: asker, key: command.key } } });
  if (row?.requestHash !== command.requestHash) {
    throw new StudioError(
      "key_reused",
      "This Idempotency-Key was used for another request. Make a new one for each write.",
    );
  }
  return row.answer as Answer; // written above by the same verb
}

function isTransient(error: unknown): boolean {
  return errorCodes(error).some((code) => transient.has(code));
}
