import { door } from "#lib/door/door.ts";
import { cancelImport } from "#lib/services/commit-import.ts";

export const POST = door(cancelImport);
