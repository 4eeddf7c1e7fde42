import { door } from "#lib/door/door.ts";
import { listConversations } from "#lib/services/list-conversations.ts";

export const GET = door(listConversations);
