import { Select } from "#components/ui/select.tsx";
import type { Comparison } from "#lib/schema/comparison.ts";

/** Whose answer a hidden column is taken for; once the names are told, what was guessed. */
export function Guess({
  name,
  guessed,
  truth,
  options,
  onGuess,
}: {
  /** The letter of the column. */
  name: string;
  /** The code of a culture; empty where none is guessed. */
  guessed: string;
  /** Null while the names are hidden. */
  truth: string | null;
  options: Comparison["cultures"];
  onGuess: (code: string) => void;
}) {
  if (truth !== null) {
    if (guessed === "") return null;
    return (
      <p className="compare-guess">
        {guessed === truth ? (
          "You guessed it."
        ) : (
          <>
            You guessed <bdi>{options.find(({ code }) => code === guessed)?.name}</bdi>.
          </>
        )}
      </p>
    );
  }
  return (
    <Select
      className="compare-guess"
      aria-label={`Whose answer is ${name}?`}
      value={guessed}
      onChange={(event) => onGuess(event.currentTarget.value)}
      options={[
        { value: "", label: "Whose answer is it?" },
        ...options.map(({ code, name: label }) => ({ value: code, label })),
      ]}
    />
  );
}
