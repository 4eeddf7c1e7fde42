import { expect, test } from "vitest";
import { connectDatabase } from "#lib/host/connect-database.ts";
import { freshDatabase } from "./fresh-database.ts";

test("gives each caller a migrated database of its own, and drops it", async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  const client = await connectDatabase(one.url);
  await client.query("CREATE TABLE only_here (n int)");
  const tables = "SELECT count(*)::int AS n FROM information_schema.tables WHERE table_name = ";
  expect((await client.query(`${tables} '_prisma_migrations'`)).rows).toEqual([{ n: 1 }]);
  await client.end();
  const other = await connectDatabase(two.url);
  expect((await other.query(`${tables} 'only_here'`)).rows).toEqual([{ n: 0 }]);
  await other.end();
  await Promise.all([one.drop(), two.drop()]);
  await expect(connectDatabase(one.url)).rejects.toThrow(/does not exist/);
});
