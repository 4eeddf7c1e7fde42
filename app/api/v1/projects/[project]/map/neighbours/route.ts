import { door } from "#lib/door/door.ts";
import { getMapNeighbours } from "#lib/services/get-map-neighbours.ts";

export const GET = door(getMapNeighbours);
