import { ask } from "./ask/index.ts";
import type { Method } from "./method.ts";

/** All methods by name, in the order in which they are offered. */
export const methods: ReadonlyMap<string, Method> = new Map([ask].map((method) => [method.id, method]));
