"use client";
import { type FormEvent, useId } from "react";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";

/** Two numbers that bound a score. Takes effect at Enter or when the field is left. */
export function ScoreRange({
  measure,
  title,
  from,
  to,
  onChange,
}: {
  measure: "representativeness" | "distinctiveness";
  title: string;
  from: number | null;
  to: number | null;
  onChange: (from: number | null, to: number | null) => void;
}) {
  const id = useId();

  function apply(form: HTMLFormElement) {
    const read = (name: string) => {
      const field = form.elements.namedItem(name);
      if (!(field instanceof HTMLInputElement) || field.value === "") return null;
      return Math.min(1, Math.max(0, field.valueAsNumber));
    };
    const [nextFrom, nextTo] = [read("from"), read("to")];
    if (nextFrom !== from || nextTo !== to) onChange(nextFrom, nextTo);
  }

  return (
    <section className="facet" aria-labelledby={id}>
      <h2 id={id}>
        <MeasureGlyph measure={measure} />
        {title}
      </h2>
      {/* A new key makes the fields show what the URL says after a chip was taken off. */}
      <form
        key={`${from} ${to}`}
        className="range"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          apply(event.currentTarget);
        }}
        onBlur={(event) => apply(event.currentTarget)}
      >
        <input
          className="control"
          type="number"
          name="from"
          min={0}
          max={1}
          step={0.05}
          defaultValue={from ?? ""}
          placeholder="0"
          aria-label={`${title}, from`}
        />
        <span aria-hidden="true">–</span>
        <input
          className="control"
          type="number"
          name="to"
          min={0}
          max={1}
          step={0.05}
          defaultValue={to ?? ""}
          placeholder="1"
          aria-label={`${title}, to`}
        />
        <button type="submit" className="unseen" tabIndex={-1}>
          Apply
        </button>
      </form>
    </section>
  );
}
