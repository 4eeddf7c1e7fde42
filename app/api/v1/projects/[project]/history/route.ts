import { door } from "#lib/auth/door.ts";
import { listHistory } from "#lib/services/list-history.ts";

export const GET = door(listHistory);
