import { door } from "#lib/auth/door.ts";
import { commitImport } from "#lib/services/commit-import.ts";

export const POST = door(commitImport);
