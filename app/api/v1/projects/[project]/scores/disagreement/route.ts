import { door } from "#lib/door/door.ts";
import { getDisagreement } from "#lib/services/get-disagreement.ts";

export const GET = door(getDisagreement);
