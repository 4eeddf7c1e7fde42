import { door } from "#lib/door/door.ts";
import { getComparison } from "#lib/services/get-comparison.ts";

export const GET = door(getComparison);
