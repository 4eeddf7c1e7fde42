import { Pin, Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { plural } from "#components/ui/plural.ts";
import { fewestCompared, type LensName, lensNames, mostCompared } from "#lib/schema/compare-choices.ts";
import type { Comparison, Ranking } from "#lib/schema/comparison.ts";
import type { ColumnName } from "./blind-columns.ts";
import { keyOf } from "./compare-commands.ts";
import { LikenessTable } from "./likeness-table.tsx";
import { RankingList } from "./ranking-list.tsx";

const lensWords: Record<LensName, { title: string; says: string }> = {
  plain: { title: "Plain", says: "The texts as they are." },
  "only-here": { title: "Only here", says: "Underlined: what no other column of the language has." },
  shared: { title: "Shared", says: "Underlined: what most columns of the language say." },
  difference: { title: "Difference", says: "What differs from the reference, where the language is the same." },
  scores: { title: "Score strip", says: "All scores on one axis from 0 to 1; the line is the interval." },
  evidence: { title: "Evidence", says: "Underlined: the words that carry the scores." },
};

export interface AidsProps {
  lens: LensName;
  /** Whether a column shares the language of the reference. */
  hasDifference: boolean;
  comparison: Comparison;
  columns: readonly { name: ColumnName; id: string }[];
  /** Cultures that are not shown, by name; null where their names are hidden. */
  others: readonly Comparison["cultures"][number][] | null;
  /** Codes of the cultures chosen, also of those whose answers are on their way. */
  chosen: readonly string[];
  /** How many of them are not shown. */
  more: number;
  /** Judgements are made: the ranking stands in the place of lenses. */
  ranking: { list: Ranking | null; nameOf: (id: string, culture: string) => string } | null;
  open: boolean;
  legendOf: (key: string) => string;
  onLens: (lens: LensName) => void;
  onToggle: (code: string) => void;
  onReference: (code: string) => void;
  onMore: () => void;
  onClose: () => void;
}

/** Beside the columns: the lens, how alike they are, and which cultures are shown. */
export function Aids(props: AidsProps) {
  const { lens, hasDifference, comparison, columns, others, chosen, more, ranking, open, legendOf } = props;
  const full = chosen.length >= mostCompared;
  return (
    <aside className={classNames("compare-aids", open && "open")} aria-label="Reading aids">
      <Button
        look="bare"
        square
        className="compare-aids-close"
        aria-label="Close the reading aids"
        onClick={props.onClose}
      >
        <Icon of={X} />
      </Button>
      {ranking === null ? (
        <section>
          <div className="compare-aids-head">
            <h2>Lens</h2>
            <KeyCap>{legendOf(keyOf("lens"))}</KeyCap>
          </div>
          <fieldset className="compare-lenses">
            <legend className="unseen">Lens</legend>
            {lensNames.map((name) => (
              <label key={name} className={classNames(name === lens && "on")}>
                <input
                  type="radio"
                  name="lens"
                  className="unseen"
                  value={name}
                  checked={name === lens}
                  disabled={name === "difference" && !hasDifference}
                  onChange={() => props.onLens(name)}
                />
                {lensWords[name].title}
                {name === "difference" ? <span className="text-12 text-ink-3">one language</span> : null}
              </label>
            ))}
          </fieldset>
          <p className="mt-2 text-12/4.5 text-ink-3">
            {lens === "difference" && !hasDifference
              ? "No other column is in the language of the reference."
              : lensWords[lens].says}
          </p>
        </section>
      ) : (
        <section aria-label="Ranking">
          <h2>Ranking</h2>
          <RankingList ranking={ranking.list} nameOf={ranking.nameOf} />
        </section>
      )}
      <section>
        <h2>Likeness</h2>
        <LikenessTable likeness={comparison.likeness} columns={columns} />
      </section>
      <section>
        <h2>Shown</h2>
        <ul className="compare-shown">
          {[...columns.map(({ name }) => ({ ...name, answers: 1 })), ...(others ?? [])].map((culture, at) => {
            const ticked = chosen.includes(culture.code);
            return (
              <li key={culture.code}>
                <label>
                  <input
                    type="checkbox"
                    className="checkbox"
                    checked={ticked}
                    disabled={ticked ? chosen.length <= fewestCompared : full}
                    onChange={() => props.onToggle(culture.code)}
                  />
                  <CultureName {...culture} />
                </label>
                {at === 0 ? (
                  <span className="text-12 text-ink-3">reference</span>
                ) : at < columns.length ? (
                  <Button
                    look="bare"
                    aria-label={`Make ${culture.name} the reference`}
                    aria-keyshortcuts={`Shift+${at + 1}`}
                    onClick={() => props.onReference(culture.code)}
                  >
                    <Icon of={Pin} />
                    <KeyCap>{`⇧${at + 1}`}</KeyCap>
                  </Button>
                ) : culture.answers > 1 ? (
                  <span className="text-12 text-ink-3">{plural(culture.answers, "answer")}</span>
                ) : null}
              </li>
            );
          })}
        </ul>
        {others === null && more > 0 ? (
          <Button look="bare" disabled={full} onClick={props.onMore}>
            <Icon of={Plus} />
            {plural(more, "more culture")}
          </Button>
        ) : null}
        {full && more > 0 ? (
          <p className="text-12/4.5 text-ink-3">Six columns are the most. Take one away first.</p>
        ) : null}
      </section>
    </aside>
  );
}
