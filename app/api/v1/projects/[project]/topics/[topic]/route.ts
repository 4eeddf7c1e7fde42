import { door } from "#lib/door/door.ts";
import { deleteTopic } from "#lib/services/delete-topic.ts";
import { updateTopic } from "#lib/services/update-topic.ts";

export const PATCH = door(updateTopic);
export const DELETE = door(deleteTopic);
