import { door } from "#lib/door/door.ts";
import { findInvitation } from "#lib/services/invitations.ts";

export const GET = door(findInvitation);
