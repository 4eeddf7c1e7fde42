import { door } from "#lib/door/door.ts";
import { getCoverage } from "#lib/services/get-coverage.ts";

export const GET = door(getCoverage);
