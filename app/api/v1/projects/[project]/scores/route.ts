import { door } from "#lib/door/door.ts";
import { getScoring, startScoring } from "#lib/services/scoring.ts";

export const GET = door(getScoring);
export const POST = door(startScoring);
