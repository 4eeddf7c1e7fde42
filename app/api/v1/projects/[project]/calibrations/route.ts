import { door } from "#lib/door/door.ts";
import { fitCalibration, listCalibrations } from "#lib/services/calibrations.ts";

export const GET = door(listCalibrations);
export const POST = door(fitCalibration);
