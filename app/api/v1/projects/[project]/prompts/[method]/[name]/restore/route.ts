import { door } from "#lib/door/door.ts";
import { restorePrompt } from "#lib/services/prompts/revise-prompt.ts";

export const POST = door(restorePrompt);
