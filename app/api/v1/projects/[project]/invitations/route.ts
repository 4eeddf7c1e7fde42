import { door } from "#lib/door/door.ts";
import { invite, listInvitations } from "#lib/services/invitations.ts";

export const GET = door(listInvitations);
export const POST = door(invite);
