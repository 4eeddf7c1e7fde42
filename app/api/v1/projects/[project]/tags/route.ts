import { door } from "#lib/door/door.ts";
import { createTag } from "#lib/services/create-tag.ts";
import { listTags } from "#lib/services/list-tags.ts";

export const GET = door(listTags);
export const POST = door(createTag);
