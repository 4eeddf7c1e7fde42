import { door } from "#lib/auth/door.ts";
import { findInvitation } from "#lib/services/invitations.ts";

export const GET = door(findInvitation);
