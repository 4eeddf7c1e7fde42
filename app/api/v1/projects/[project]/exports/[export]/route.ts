import { door } from "#lib/auth/door.ts";
import { getExport } from "#lib/services/exports.ts";

export const GET = door(getExport);
