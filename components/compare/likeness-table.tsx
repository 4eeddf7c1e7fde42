import { formatScore } from "#components/ui/format-score.ts";
import { scoreStep } from "#components/ui/score-step.ts";
import { likenessOf, mostAlike } from "#lib/curation/near-copies.ts";
import { copiedFrom } from "#lib/schema/compare-choices.ts";
import type { Comparison } from "#lib/schema/comparison.ts";
import type { ColumnName } from "./blind-columns.ts";

/** How alike the columns are, in numbers and five shades, and which are most alike. */
export function LikenessTable({
  likeness,
  columns,
}: {
  likeness: Comparison["likeness"];
  columns: readonly { name: ColumnName; id: string }[];
}) {
  if (!likeness.computed) return <p className="text-12 text-ink-3">{likeness.reason}</p>;
  if (columns.length < 2) return <p className="text-12 text-ink-3">One column has nothing to be like.</p>;
  const shortOf = ({ hidden, code, name }: ColumnName) => (hidden ? name.slice(-1) : code.toUpperCase().slice(0, 4));
  const byWording = likeness.basis === "wording";
  const untold = byWording ? "not told, no language in common" : "not told, not embedded";
  const most = mostAlike(
    likeness,
    columns.map(({ id }) => id),
  );
  const nameOf = (id: string) => columns.find((column) => column.id === id)?.name.name ?? "";
  return (
    <>
      <table className="likeness" aria-label="How alike the answers are, from 0 to 1">
        <thead>
          <tr>
            <td />
            {columns.slice(1).map(({ name }) => (
              <th key={name.code} scope="col">
                <abbr title={name.name}>{shortOf(name)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, -1).map((row, at) => (
            <tr key={row.name.code}>
              <th scope="row">
                <abbr title={row.name.name}>{shortOf(row.name)}</abbr>
              </th>
              {columns.slice(1).map((column, place) => {
                if (place < at) return <td key={column.name.code} />;
                const value = likenessOf(likeness, row.id, column.id);
                return (
                  <td key={column.name.code} className={value === null ? "untold" : `v${scoreStep(value)}`}>
                    <span aria-hidden="true">{value === null ? "–" : formatScore(value)}</span>
                    <span className="unseen">
                      {row.name.name} and {column.name.name}: {value === null ? untold : formatScore(value)}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-12/4.5 text-ink-3">
        {most === null ? (
          byWording ? (
            "No two columns have a language in common, and wording is compared within a language."
          ) : (
            "No two columns are embedded yet."
          )
        ) : (
          <>
            Most alike: <bdi>{nameOf(most.one)}</bdi> and <bdi>{nameOf(most.other)}</bdi>,{" "}
            <span className="n">{formatScore(most.similarity)}</span>.
            {byWording
              ? most.similarity < copiedFrom && ` None from ${formatScore(copiedFrom)} on, so nothing looks copied.`
              : " By embedding, across languages; how high it lies depends on the model, so it tells no copies."}
          </>
        )}
      </p>
    </>
  );
}
