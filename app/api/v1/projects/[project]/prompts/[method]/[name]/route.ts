import { door } from "#lib/door/door.ts";
import { getPrompt } from "#lib/services/prompts/list-prompts.ts";

export const GET = door(getPrompt);
