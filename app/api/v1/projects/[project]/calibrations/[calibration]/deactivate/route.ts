import { door } from "#lib/door/door.ts";
import { deactivateCalibration } from "#lib/services/calibrations.ts";

export const POST = door(deactivateCalibration);
