import { door } from "#lib/door/door.ts";
import { listLeaks } from "#lib/services/list-leaks.ts";

export const GET = door(listLeaks);
