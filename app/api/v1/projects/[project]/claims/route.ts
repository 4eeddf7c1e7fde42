import { door } from "#lib/auth/door.ts";
import { claimCards } from "#lib/services/claim-cards.ts";

export const POST = door(claimCards);
