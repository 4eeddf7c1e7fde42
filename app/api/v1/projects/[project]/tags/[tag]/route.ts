import { door } from "#lib/auth/door.ts";
import { updateTag } from "#lib/services/update-tag.ts";

export const PATCH = door(updateTag);
