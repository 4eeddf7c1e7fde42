import { door } from "#lib/door/door.ts";
import { listMembers } from "#lib/services/list-members.ts";

export const GET = door(listMembers);
