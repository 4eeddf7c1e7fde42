import { door } from "#lib/door/door.ts";
import { getSetIndicators } from "#lib/services/get-set-indicators.ts";

export const GET = door(getSetIndicators);
