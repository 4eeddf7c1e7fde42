import { door } from "#lib/door/door.ts";
import { getMapPoints } from "#lib/services/get-map-points.ts";

export const GET = door(getMapPoints);
