import { door } from "#lib/door/door.ts";
import { activateCalibration } from "#lib/services/calibrations.ts";

export const POST = door(activateCalibration);
