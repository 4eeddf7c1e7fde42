import { door } from "#lib/door/door.ts";
import { addSamples } from "#lib/services/add-samples.ts";

export const POST = door(addSamples);
