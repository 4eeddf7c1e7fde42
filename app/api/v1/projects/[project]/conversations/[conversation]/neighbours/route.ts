import { door } from "#lib/door/door.ts";
import { getNeighbours } from "#lib/services/get-neighbours.ts";

export const GET = door(getNeighbours);
