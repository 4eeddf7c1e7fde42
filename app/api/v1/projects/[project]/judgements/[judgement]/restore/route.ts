import { door } from "#lib/door/door.ts";
import { restoreJudgement } from "#lib/services/judgements.ts";

export const POST = door(restoreJudgement);
