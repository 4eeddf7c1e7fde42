import type { FormEvent } from "react";
import { measureWords } from "#components/conversations/measure-words.ts";
import { Select } from "#components/ui/select.tsx";
import { measureNames, oneOf } from "#lib/schema/choices.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";

type NearOrder = Extract<QueueOrder, { by: "near" }>;

/** The threshold that a queue begins nearest to: of which score, and which number. */
export default function QueueThreshold({
  order,
  onChange,
}: {
  order: NearOrder;
  onChange: (order: NearOrder) => void;
}) {
  const apply = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const value = Number(data.get("value"));
    const measure = oneOf(measureNames, String(data.get("measure")));
    if (measure === null || !(value >= 0 && value <= 1)) return;
    if (measure !== order.measure || value !== order.value) onChange({ by: "near", measure, value });
  };
  return (
    <form
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
  );
}
