import { connectDatabase } from "../connect-database.ts";

/** What stands in a database's public schema, each thing as one line, sorted. */
export interface Catalogue {
  columns: string[];
  indexes: string[];
  constraints: string[];
}

/** Reads the tables, columns with types and defaults, indexes and constraints, but not Prisma's record of migrations. */
export async function readCatalogue(url: string): Promise<Catalogue> {
  const client = await connectDatabase(url);
  const lines = async (sql: string) => (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);
  try {
    return {
      columns: await lines(`
        SELECT format('%s.%s %s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END, coalesce(pg_get_expr(d.adbin, d.adrelid), '-'), a.attidentity) AS line
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${ours("c")}
        ORDER BY c.relname, a.attname`),
      indexes: await lines(`
        SELECT pg_get_indexdef(i.indexrelid) AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = 'public'::regnamespace AND ${ours("c")} ORDER BY 1`),
      constraints: await lines(`
        SELECT format('%s %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS line
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE c.relnamespace = 'public'::regnamespace AND k.contype <> 'n' AND ${ours("c")} ORDER BY 1`),
    };
  } finally {
    await client.end();
  }
}

const ours = (table: string) => `${table}.relname <> '_prisma_migrations'`;
