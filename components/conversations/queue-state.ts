import { measureNames, oneOf, queueOrderNames } from "#lib/schema/choices.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";

/** Where a queue near a threshold begins before anybody has named one. */
export const nearMiddle = { by: "near", measure: "representativeness", value: 0.5 } as const satisfies QueueOrder;

/** The order that an address names: `order=thin`, `order=near&near=distinctiveness:0.6`. Anything else is the oldest first. */
export function parseQueueOrder(query: URLSearchParams): QueueOrder {
  const by = oneOf(queueOrderNames, query.get("order") ?? "") ?? "oldest";
  if (by !== "near") return { by };
  const [named = "", text = ""] = (query.get("near") ?? "").split(":");
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return {
    by,
    measure: oneOf(measureNames, named) ?? nearMiddle.measure,
    value: value >= 0 && value <= 1 ? value : nearMiddle.value,
  };
}

/** The order as part of an address; empty for the oldest first. */
export function queueOrderQuery(order: QueueOrder): string {
  if (order.by === "oldest") return "";
  return order.by === "near" ? `order=near&near=${order.measure}:${order.value}` : `order=${order.by}`;
}
