/**
 * Every code in an error and in what caused it: those of Node.js, of PostgreSQL, and of Prisma, which hides the code of the
 * database two layers below its own.
 */
export function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  collect(error, codes, 0);
  return codes;
}

const deepest = 6;

function collect(error: unknown, codes: string[], depth: number): void {
  if (typeof error !== "object" || error === null || depth > deepest) return;
  if ("code" in error) codes.push(String(error.code));
  if ("originalCode" in error) codes.push(String(error.originalCode));
  for (const inner of ["cause", "meta", "driverAdapterError"] as const)
    if (inner in error) collect(Reflect.get(error, inner), codes, depth + 1);
}
