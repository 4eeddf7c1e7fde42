import { door } from "#lib/door/door.ts";
import { listPrompts } from "#lib/services/prompts/list-prompts.ts";

export const GET = door(listPrompts);
