import { door } from "#lib/door/door.ts";
import { getQueues } from "#lib/services/get-queues.ts";

export const GET = door(getQueues);
