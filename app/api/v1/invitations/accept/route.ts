import { door } from "#lib/door/door.ts";
import { acceptInvitation } from "#lib/services/invitations.ts";

export const POST = door(acceptInvitation);
