import { door } from "#lib/door/door.ts";
import { comment } from "#lib/services/comments.ts";

export const POST = door(comment);
