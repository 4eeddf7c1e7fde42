"use client";
import { type ReactNode, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format-count.ts";

export interface FacetChoice {
  key: string;
  count: number;
  label: ReactNode;
}

const shownAtFirst = 8;

/** One filter: its choices with counts under all other filters. A pressed choice narrows the list. */
export function Facet({
  title,
  choices,
  chosen,
  onToggle,
}: {
  title: string;
  choices: readonly FacetChoice[];
  chosen: readonly string[];
  onToggle: (key: string) => void;
}) {
  const [all, setAll] = useState(false);
  if (choices.length === 0) return null;
  const most = Math.max(1, ...choices.map((choice) => choice.count));
  const shown = choices.filter((choice, index) => all || index < shownAtFirst || chosen.includes(choice.key));
  const hidden = choices.length - shown.length;
  return (
    <section className="facet" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {shown.map((choice) => (
          <li key={choice.key}>
            <button
              type="button"
              aria-pressed={chosen.includes(choice.key)}
              className={classNames(choice.count === 0 && "none")}
              onClick={() => onToggle(choice.key)}
            >
              <span className="share" style={{ inlineSize: `${(choice.count / most) * 100}%` }} />
              <span className="what" title={typeof choice.label === "string" ? choice.label : undefined}>
                {choice.label}
              </span>
              <span className="n">{formatCount(choice.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 || all ? (
        <button type="button" className="more" onClick={() => setAll(!all)}>
          {all ? "Fewer" : `${formatCount(hidden)} more`}
        </button>
      ) : null}
    </section>
  );
}
