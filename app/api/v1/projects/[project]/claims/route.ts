import { door } from "#lib/door/door.ts";
import { claimCards } from "#lib/services/claim-cards.ts";

export const POST = door(claimCards);
