import { door } from "#lib/door/door.ts";
import { listRunItems } from "#lib/services/runs/list-run-items.ts";

export const GET = door(listRunItems);
