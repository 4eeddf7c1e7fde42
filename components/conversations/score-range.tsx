"use client";
import type { FormEvent } from "react";
import { rounded } from "./histogram.ts";

/** Two numbers that bound a score. Takes effect at Enter or when the field is left. */
export function ScoreRange({
  title,
  from,
  to,
  onChange,
}: {
  title: string;
  from: number | null;
  to: number | null;
  onChange: (from: number | null, to: number | null) => void;
}) {
  function apply(form: HTMLFormElement) {
    const read = (name: string, value: number | null) => {
      const field = form.elements.namedItem(name);
      if (!(field instanceof HTMLInputElement) || field.value === "") return null;
      // A field that was not touched keeps the number it rounds.
      if (field.value === field.defaultValue) return value;
      return Math.min(1, Math.max(0, field.valueAsNumber));
    };
    const [nextFrom, nextTo] = [read("from", from), read("to", to)];
    if (nextFrom !== from || nextTo !== to) onChange(nextFrom, nextTo);
  }

  const field = (name: "from" | "to", value: number | null, placeholder: string) => (
    <input
      className="control"
      type="number"
      name={name}
      min={0}
      max={1}
      step="any"
      defaultValue={value === null ? "" : rounded(value)}
      placeholder={placeholder}
      aria-label={`${title}, ${name}`}
    />
  );
  return (
    // A new key makes the fields show what the address says after a chip was taken off.
    <form
      key={`${from} ${to}`}
      className="range"
      aria-label={title}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
      onBlur={(event) => {
        // From one number to the other is still within.
        if (!event.currentTarget.contains(event.relatedTarget)) apply(event.currentTarget);
      }}
    >
      {field("from", from, "0")}
      <span aria-hidden="true">–</span>
      {field("to", to, "1")}
      <button type="submit" className="unseen" tabIndex={-1}>
        Apply
      </button>
    </form>
  );
}
