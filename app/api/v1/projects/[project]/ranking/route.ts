import { door } from "#lib/door/door.ts";
import { getRanking } from "#lib/services/judgements.ts";

export const GET = door(getRanking);
