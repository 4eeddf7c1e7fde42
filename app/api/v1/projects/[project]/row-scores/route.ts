import { door } from "#lib/door/door.ts";
import { readRowScores } from "#lib/services/read-row-scores.ts";

export const GET = door(readRowScores);
