import type { Pool } from "pg";
import { z } from "zod";
import { type Sql, sql } from "./sql.ts";

const Explained = z.tuple([
  z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]) }),
]);

/** How many rows the planner thinks a query gives: one round trip, and far cheaper than to run it. */
export async function plannedRows(pool: Pool, query: Sql): Promise<number> {
  const { rows } = await pool.query(sql`EXPLAIN (FORMAT JSON) ${query}`.toQuery());
  return Explained.parse(rows)[0]["QUERY PLAN"][0].Plan["Plan Rows"];
}
