import { door } from "#lib/door/door.ts";
import { getFacets } from "#lib/services/get-facets.ts";

export const GET = door(getFacets);
