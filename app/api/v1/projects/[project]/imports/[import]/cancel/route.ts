import { door } from "#lib/auth/door.ts";
import { cancelImport } from "#lib/services/commit-import.ts";

export const POST = door(cancelImport);
