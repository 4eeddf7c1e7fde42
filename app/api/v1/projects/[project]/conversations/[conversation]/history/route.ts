import { door } from "#lib/door/door.ts";
import { listConversationHistory } from "#lib/services/list-conversation-history.ts";

export const GET = door(listConversationHistory);
