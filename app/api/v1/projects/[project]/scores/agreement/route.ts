import { door } from "#lib/door/door.ts";
import { getAgreement } from "#lib/services/get-agreement.ts";

export const GET = door(getAgreement);
