import { door } from "#lib/door/door.ts";
import { revisePrompt } from "#lib/services/prompts/revise-prompt.ts";

export const POST = door(revisePrompt);
