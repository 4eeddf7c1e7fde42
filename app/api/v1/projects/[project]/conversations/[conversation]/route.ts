import { door } from "#lib/door/door.ts";
import { getTriageCard } from "#lib/services/get-triage-card.ts";

export const GET = door(getTriageCard);
