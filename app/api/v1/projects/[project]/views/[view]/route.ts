import { door } from "#lib/door/door.ts";
import { removeView, updateView } from "#lib/services/saved-views.ts";

export const PATCH = door(updateView);
export const DELETE = door(removeView);
