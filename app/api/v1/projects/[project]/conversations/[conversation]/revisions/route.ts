import { door } from "#lib/door/door.ts";
import { editConversation } from "#lib/services/edit-conversation.ts";

export const POST = door(editConversation);
