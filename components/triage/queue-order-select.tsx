import { lazy, Suspense } from "react";
import { nearMiddle } from "#components/conversations/queue-state.ts";
import { Select } from "#components/ui/select.tsx";
import { oneOf, queueOrderNames } from "#lib/schema/choices.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";

const QueueThreshold = lazy(() => import("./queue-threshold.tsx"));

const labels = {
  oldest: "Oldest first",
  disagreement: "Disagreement first",
  near: "Near a threshold first",
  thin: "Thin cells first",
  random: "Shuffled",
} as const satisfies Record<QueueOrder["by"], string>;

/** In what order a queue comes; for the nearest to a threshold, to which. */
export function QueueOrderSelect({ order, onChange }: { order: QueueOrder; onChange: (order: QueueOrder) => void }) {
  return (
    <>
      <Select
        aria-label="Order of the queue"
        className="queue-order"
        value={order.by}
        options={queueOrderNames.map((name) => ({ value: name, label: labels[name] }))}
        onChange={({ currentTarget: { value } }) => {
          const by = oneOf(queueOrderNames, value) ?? "oldest";
          onChange(by === "near" ? nearMiddle : { by });
        }}
      />
      {order.by === "near" ? (
        <Suspense>
          <QueueThreshold key={`${order.measure} ${order.value}`} order={order} onChange={onChange} />
        </Suspense>
      ) : null}
    </>
  );
}
