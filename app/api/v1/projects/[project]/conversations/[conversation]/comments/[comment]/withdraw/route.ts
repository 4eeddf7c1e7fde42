import { door } from "#lib/door/door.ts";
import { withdrawComment } from "#lib/services/comments.ts";

export const POST = door(withdrawComment);
