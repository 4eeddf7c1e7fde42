import type { FormEvent } from "react";
import { measureWords } from "#components/conversations/measure-words.ts";
import { nearMiddle } from "#components/conversations/queue-state.ts";
import { Select } from "#components/ui/select.tsx";
import { measureNames, oneOf, queueOrderNames } from "#lib/schema/choices.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";

const labels = {
  oldest: "Oldest first",
  disagreement: "Disagreement first",
  near: "Near a threshold first",
  thin: "Thin cells first",
  random: "Shuffled",
} as const satisfies Record<QueueOrder["by"], string>;

/** In what order a queue comes, and for the nearest to a threshold which score and which number. */
export function QueueOrderSelect({ order, onChange }: { order: QueueOrder; onChange: (order: QueueOrder) => void }) {
  const apply = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const value = Number(data.get("value"));
    const measure = oneOf(measureNames, String(data.get("measure")));
    if (order.by !== "near" || measure === null || !(value >= 0 && value <= 1)) return;
    if (measure !== order.measure || value !== order.value) onChange({ by: "near", measure, value });
  };
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
        <form
          key={`${order.measure} ${order.value}`}
          className="queue-near"
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault();
            apply(event.currentTarget);
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) apply(event.currentTarget);
          }}
        >
          <Select
            aria-label="Score that the threshold is of"
            name="measure"
            defaultValue={order.measure}
            options={measureNames.map((name) => ({ value: name, label: measureWords[name] }))}
          />
          <input
            className="control"
            type="number"
            name="value"
            min={0}
            max={1}
            step="any"
            defaultValue={order.value}
            aria-label="Threshold"
          />
          <button type="submit" className="unseen" tabIndex={-1}>
            Apply
          </button>
        </form>
      ) : null}
    </>
  );
}
