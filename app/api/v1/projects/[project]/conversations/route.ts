import { door } from "#lib/auth/door.ts";
import { listConversations } from "#lib/services/list-conversations.ts";

export const GET = door(listConversations);
