import { door } from "#lib/door/door.ts";
import { getRunChanges } from "#lib/services/runs/get-run-changes.ts";

export const GET = door(getRunChanges);
