import { door } from "#lib/door/door.ts";
import { listHistory } from "#lib/services/list-history.ts";

export const GET = door(listHistory);
