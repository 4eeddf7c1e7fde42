/** Prints the SQL of the whole of prisma/schema.prisma: the starting point when a migration is written by hand. */
import { readFile } from "node:fs/promises";
import { schemaSql } from "#lib/host/schema-sql.ts";

const schema = await readFile(new URL("../prisma/schema.prisma", import.meta.url), "utf8");
process.stdout.write(await schemaSql(schema));
