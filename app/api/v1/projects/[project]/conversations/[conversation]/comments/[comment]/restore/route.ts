import { door } from "#lib/door/door.ts";
import { restoreComment } from "#lib/services/comments.ts";

export const POST = door(restoreComment);
