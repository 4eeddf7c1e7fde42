import { door } from "#lib/door/door.ts";
import { pauseRunByHand } from "#lib/services/runs/turn-run.ts";

export const POST = door(pauseRunByHand);
