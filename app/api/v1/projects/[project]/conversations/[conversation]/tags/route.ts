import { door } from "#lib/auth/door.ts";
import { tagConversation } from "#lib/services/tag-conversation.ts";

export const POST = door(tagConversation);
