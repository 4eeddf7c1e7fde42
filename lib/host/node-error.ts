/** The code of an error of Node.js (`ENOENT`) or of PostgreSQL (`3D000`), or null for any other. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
