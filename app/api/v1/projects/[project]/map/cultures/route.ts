import { door } from "#lib/door/door.ts";
import { getMapCultures } from "#lib/services/get-map-cultures.ts";

export const GET = door(getMapCultures);
