import { door } from "#lib/auth/door.ts";
import { setUpOwner } from "#lib/services/set-up-owner.ts";

export const POST = door(setUpOwner);
