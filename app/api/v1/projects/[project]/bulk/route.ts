import { door } from "#lib/door/door.ts";
import { prepareBulk } from "#lib/services/prepare-bulk.ts";

export const POST = door(prepareBulk);
