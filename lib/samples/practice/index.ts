import type { PracticeItem } from "../sample-item.ts";
import { smallMoments } from "./small-moments.ts";

/** The practice set, in the order it is worked through. */
export const practiceItems: readonly PracticeItem[] = smallMoments;
