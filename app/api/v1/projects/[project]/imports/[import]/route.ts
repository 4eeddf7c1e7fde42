import { door } from "#lib/door/door.ts";
import { getImport } from "#lib/services/get-import.ts";
import { updateImport } from "#lib/services/update-import.ts";

export const GET = door(getImport);
export const PATCH = door(updateImport);
