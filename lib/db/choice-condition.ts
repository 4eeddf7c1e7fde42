import { type Sql, sql } from "./sql.ts";

/** The choices of one filter, resolved to what a column holds; `null` stands for rows that hold nothing there. */
export interface Choices {
  /** What a row must hold one of; nothing at all when it is empty. Absent where anything will do. */
  include?: readonly (string | null)[];
  /** What a row must not hold. */
  exclude: readonly (string | null)[];
}

/** Whether the choices of a filter let a value pass. */
export function lets(choices: Choices | undefined, value: string | null): boolean {
  return (choices?.include?.includes(value) ?? true) && !choices?.exclude.includes(value);
}

/** The conditions of a filter's choices on a column, compared as `type`. None where the choices narrow nothing. */
export function choiceConditions(column: Sql, type: "uuid" | "text", { include, exclude }: Choices): Sql[] {
  const conditions: Sql[] = [];
  if (include) conditions.push(oneOf(column, type, include));
  const out = exclude.filter((value) => value !== null);
  if (out.length > 0) conditions.push(sql`(${column} = ${anyOf(type, out)}) IS NOT TRUE`);
  if (out.length < exclude.length) conditions.push(sql`${column} IS NOT NULL`);
  return conditions;
}

function oneOf(column: Sql, type: "uuid" | "text", include: readonly (string | null)[]): Sql {
  const [first] = include;
  if (first === undefined) return sql`false`;
  const named = include.filter((value) => value !== null);
  if (named.length === 0) return sql`${column} IS NULL`;
  // A single value is said with `=`, so that an index that goes on in the order of the list can serve it.
  const among =
    include.length === 1 ? sql`${column} = ${valueAs(type, first)}` : sql`${column} = ${anyOf(type, named)}`;
  return named.length < include.length ? sql`(${column} IS NULL OR ${among})` : among;
}

function valueAs(type: "uuid" | "text", value: string | null): Sql {
  return type === "uuid" ? sql`${value}::uuid` : sql`${value}::text`;
}

function anyOf(type: "uuid" | "text", values: readonly string[]): Sql {
  return type === "uuid" ? sql`ANY(${values}::uuid[])` : sql`ANY(${values}::text[])`;
}
