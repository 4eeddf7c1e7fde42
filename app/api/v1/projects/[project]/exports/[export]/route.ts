import { door } from "#lib/door/door.ts";
import { getExport } from "#lib/services/exports.ts";

export const GET = door(getExport);
