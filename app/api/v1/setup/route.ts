import { door } from "#lib/door/door.ts";
import { setUpOwner } from "#lib/services/set-up-owner.ts";

export const POST = door(setUpOwner);
