import { door } from "#lib/auth/door.ts";
import { revokeInvitation } from "#lib/services/invitations.ts";

export const DELETE = door(revokeInvitation);
