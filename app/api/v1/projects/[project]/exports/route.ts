import { door } from "#lib/door/door.ts";
import { createExport, listExports } from "#lib/services/exports.ts";

export const GET = door(listExports);
export const POST = door(createExport);
