import { door } from "#lib/auth/door.ts";
import { listMembers } from "#lib/services/list-members.ts";

export const GET = door(listMembers);
