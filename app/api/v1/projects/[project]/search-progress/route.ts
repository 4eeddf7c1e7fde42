import { door } from "#lib/door/door.ts";
import { getSearchProgress } from "#lib/services/search-progress.ts";

export const GET = door(getSearchProgress);
