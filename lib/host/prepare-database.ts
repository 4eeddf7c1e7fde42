import { prepareQueues } from "#lib/jobs/prepare-queues.ts";
import { assertDurability, type Durability } from "./assert-durability.ts";
import { connectDatabase } from "./connect-database.ts";
import { migrate } from "./migrate.ts";

/**
 * Makes a database fit for use: checks that it keeps what it acknowledges, and brings it to the schema of this code.
 *
 * @throws StudioError saying why it is not fit
 */
export async function prepareDatabase(url: string): Promise<Durability> {
  const client = await connectDatabase(url);
  try {
    const durability = await assertDurability(client);
    await migrate(url);
    await prepareQueues(client, url);
    return durability;
  } finally {
    await client.end();
  }
}
