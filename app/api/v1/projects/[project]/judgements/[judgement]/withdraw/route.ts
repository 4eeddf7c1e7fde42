import { door } from "#lib/door/door.ts";
import { withdrawJudgement } from "#lib/services/judgements.ts";

export const POST = door(withdrawJudgement);
