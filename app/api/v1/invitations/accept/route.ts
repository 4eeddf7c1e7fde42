import { door } from "#lib/auth/door.ts";
import { acceptInvitation } from "#lib/services/invitations.ts";

export const POST = door(acceptInvitation);
