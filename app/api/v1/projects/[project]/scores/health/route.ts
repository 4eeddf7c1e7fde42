import { door } from "#lib/door/door.ts";
import { getScoreHealth } from "#lib/services/get-score-health.ts";

export const GET = door(getScoreHealth);
