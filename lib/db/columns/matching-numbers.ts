import type { Pool } from "pg";
import { type Sql, sql } from "../sql.ts";

/** The numbers of the conversations that meet a condition, four bytes each on their way here. */
export async function matchingNumbers(pool: Pool, where: Sql): Promise<Int32Array> {
  return numbersOf(
    pool,
    sql`SELECT string_agg(int4send(conversation.number), ''::bytea) AS numbers FROM conversation WHERE ${where}`,
  );
}

/** The numbers that a query puts into the bytes of its one column, `numbers`. */
export async function numbersOf(pool: Pool, query: Sql): Promise<Int32Array> {
  const { rows } = await pool.query<{ numbers: Buffer | null }>(query.toQuery());
  const bytes = rows[0]?.numbers ?? Buffer.alloc(0);
  const numbers = new Int32Array(bytes.length / 4);
  for (let index = 0; index < numbers.length; index++) numbers[index] = bytes.readInt32BE(index * 4);
  return numbers;
}
