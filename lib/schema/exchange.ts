import { z } from "zod";

/** An answer of an endpoint as it was stored: enough to read it again. The faults are those of `lib/replies/exchange.ts`. */
export const Exchange = z.looseObject({ status: z.int().nullable(), text: z.string() });
