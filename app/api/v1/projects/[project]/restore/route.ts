import { door } from "#lib/door/door.ts";
import { restoreProject } from "#lib/services/remove-project.ts";

export const POST = door(restoreProject);
