import { door } from "#lib/door/door.ts";
import { getProject } from "#lib/services/get-project.ts";
import { removeProject } from "#lib/services/remove-project.ts";
import { updateProject } from "#lib/services/update-project.ts";

export const GET = door(getProject);
export const PATCH = door(updateProject);
export const DELETE = door(removeProject);
