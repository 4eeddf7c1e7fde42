import { door } from "#lib/door/door.ts";
import { commitImport } from "#lib/services/commit-import.ts";

export const POST = door(commitImport);
