import { door } from "#lib/door/door.ts";
import { revokeInvitation } from "#lib/services/invitations.ts";

export const DELETE = door(revokeInvitation);
