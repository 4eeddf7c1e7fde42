import { door } from "#lib/door/door.ts";
import { changeRole, removeMember } from "#lib/services/change-role.ts";

export const PATCH = door(changeRole);
export const DELETE = door(removeMember);
