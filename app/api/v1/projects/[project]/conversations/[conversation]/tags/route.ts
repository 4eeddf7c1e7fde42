import { door } from "#lib/door/door.ts";
import { tagConversation } from "#lib/services/tag-conversation.ts";

export const POST = door(tagConversation);
