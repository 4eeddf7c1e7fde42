import { door } from "#lib/door/door.ts";
import { listMapConversations } from "#lib/services/list-map-conversations.ts";

export const GET = door(listMapConversations);
