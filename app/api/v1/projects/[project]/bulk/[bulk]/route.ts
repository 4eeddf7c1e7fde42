import { door } from "#lib/door/door.ts";
import { getBulk } from "#lib/services/bulk-view.ts";

export const GET = door(getBulk);
