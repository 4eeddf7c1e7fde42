import { door } from "#lib/door/door.ts";
import { restoreView } from "#lib/services/saved-views.ts";

export const POST = door(restoreView);
