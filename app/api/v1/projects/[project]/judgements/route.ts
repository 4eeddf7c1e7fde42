import { door } from "#lib/door/door.ts";
import { judgePair } from "#lib/services/judgements.ts";

export const POST = door(judgePair);
