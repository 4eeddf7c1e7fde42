import { door } from "#lib/door/door.ts";
import { createTopic } from "#lib/services/create-topic.ts";
import { listTopics } from "#lib/services/list-topics.ts";

export const GET = door(listTopics);
export const POST = door(createTopic);
