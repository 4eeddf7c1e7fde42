import { door } from "#lib/door/door.ts";
import { updateTag } from "#lib/services/update-tag.ts";

export const PATCH = door(updateTag);
