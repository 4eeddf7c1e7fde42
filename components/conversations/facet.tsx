"use client";
import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { onlyThis, type Standing, standingOf, toggleIn, toggleOut } from "./choices.ts";
import { matchesWithin } from "./match-within.ts";

export interface FacetChoice {
  key: string;
  /** What it is called, for searching and for readers of the page aloud. */
  name: string;
  count: number;
  label: ReactNode;
  /** What it stands under: a layer of topics. */
  group?: string | null;
  /** How deep it stands in a tree. */
  depth?: number;
}

const shownAtFirst = 8;

export interface FacetProps {
  title: string;
  choices: readonly FacetChoice[];
  chosen: readonly string[];
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (chosen: string[]) => void;
  children?: ReactNode;
}

/** One filter: its choices with counts under all other filters. A press shows a choice too, Alt with it leaves it out. */
export function Facet({ title, choices, chosen, open, onOpen, onChange, children }: FacetProps) {
  const [all, setAll] = useState(false);
  const [within, setWithin] = useState("");
  const id = useId();
  if (choices.length === 0 && children === undefined) return null;
  const most = Math.max(1, ...choices.map((choice) => choice.count));
  const shown = choices.filter((choice, index) =>
    within === ""
      ? all || index < shownAtFirst || standingOf(chosen, choice.key) !== "off"
      : matchesWithin(choice.name, within) || matchesWithin(choice.key, within),
  );
  const hidden = within === "" ? choices.length - shown.length : 0;
  return (
    <section className="facet" aria-labelledby={id}>
      <h2 id={id}>
        <button type="button" className="facet-title" aria-expanded={open} onClick={() => onOpen(!open)}>
          <Icon of={open ? ChevronDown : ChevronRight} size={14} />
          {title}
          {open || chosen.length === 0 ? null : <span className="n">{chosen.length}</span>}
        </button>
      </h2>
      {open ? (
        <>
          {choices.length > shownAtFirst ? (
            <input
              type="search"
              className="control within"
              aria-label={`Find in ${title}`}
              placeholder={`Find in ${formatCount(choices.length)}`}
              value={within}
              onChange={(event) => setWithin(event.currentTarget.value)}
            />
          ) : null}
          <ul>
            {shown.map((choice, index) => (
              <FacetLine
                key={choice.key}
                choice={choice}
                heading={choice.group != null && choice.group !== shown[index - 1]?.group ? choice.group : null}
                share={choice.count / most}
                standing={standingOf(chosen, choice.key)}
                onIn={() => onChange(toggleIn(chosen, choice.key))}
                onOut={() => onChange(toggleOut(chosen, choice.key))}
                onOnly={() => onChange(onlyThis(chosen, choice.key))}
              />
            ))}
          </ul>
          {within !== "" && shown.length === 0 ? <p className="facet-none">None is called that.</p> : null}
          {within === "" && (hidden > 0 || all) ? (
            <button type="button" className="more" onClick={() => setAll(!all)}>
              {all ? "Fewer" : `${formatCount(hidden)} more`}
            </button>
          ) : null}
          {children}
        </>
      ) : null}
    </section>
  );
}

/** One choice: its button, and beside it, when the pointer or the focus is there, "only" and "leave out". */
function FacetLine({
  choice,
  heading,
  share,
  standing,
  onIn,
  onOut,
  onOnly,
}: {
  choice: FacetChoice;
  heading: string | null;
  share: number;
  standing: Standing;
  onIn: () => void;
  onOut: () => void;
  onOnly: () => void;
}) {
  const { name, count, label } = choice;

  /** `-` or Alt+Enter leaves the choice out. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "-" && !(event.altKey && event.key === "Enter")) return;
    event.preventDefault();
    event.stopPropagation();
    onOut();
  }
  return (
    <>
      {heading === null ? null : (
        <li className="facet-heading">
          <bdi>{heading}</bdi>
        </li>
      )}
      <li className={classNames("facet-line", standing, count === 0 && "none")}>
        <button
          type="button"
          className="facet-choice"
          aria-pressed={standing !== "off"}
          aria-keyshortcuts="- Alt+Enter"
          title={name}
          style={choice.depth === undefined ? undefined : { paddingInlineStart: 6 + choice.depth * 12 }}
          onClick={(event: MouseEvent) => (event.altKey ? onOut() : onIn())}
          onKeyDown={onKeyDown}
        >
          <span className="share" style={{ inlineSize: `${share * 100}%` }} />
          {standing === "out" ? <span className="not">not</span> : null}
          <span className="what">{label}</span>
          <span className="n">{formatCount(count)}</span>
        </button>
        <span className="facet-acts">
          <button type="button" onClick={onOnly} aria-label={`Only ${name}`} title="Only this">
            only
          </button>
          <button
            type="button"
            onClick={onOut}
            aria-pressed={standing === "out"}
            aria-label={`Leave out ${name}`}
            title="Leave out"
          >
            not
          </button>
        </span>
      </li>
    </>
  );
}
