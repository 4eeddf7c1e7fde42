import { door } from "#lib/auth/door.ts";
import { getTriageCard } from "#lib/services/get-triage-card.ts";

export const GET = door(getTriageCard);
