import { door } from "#lib/auth/door.ts";
import { editConversation } from "#lib/services/edit-conversation.ts";

export const POST = door(editConversation);
