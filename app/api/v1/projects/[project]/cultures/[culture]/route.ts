import { door } from "#lib/door/door.ts";
import { deleteCulture } from "#lib/services/delete-culture.ts";
import { updateCulture } from "#lib/services/update-culture.ts";

export const PATCH = door(updateCulture);
export const DELETE = door(deleteCulture);
