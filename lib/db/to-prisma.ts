import { Prisma } from "./generated/client.ts";
import type { Sql } from "./sql.ts";

/** A piece of SQL as Prisma takes it, to run it inside one of its transactions. */
export function toPrisma({ texts, values }: Sql): Prisma.Sql {
  return new Prisma.Sql([...texts], [...values]);
}
