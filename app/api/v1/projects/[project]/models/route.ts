import { door } from "#lib/door/door.ts";
import { assignModels, getModels } from "#lib/services/model-roles.ts";

export const GET = door(getModels);
export const PATCH = door(assignModels);
