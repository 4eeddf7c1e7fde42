import { Button } from "#components/ui/button.tsx";
import type { tallyGuesses } from "#lib/curation/guess-tally.ts";

/** How the guesses stand: what is still to guess, the way to the names, and how many were right so far. */
export function GuessBar({
  guessed,
  of,
  revealed,
  tally,
  onReveal,
}: {
  guessed: number;
  of: number;
  revealed: boolean;
  tally: ReturnType<typeof tallyGuesses>;
  onReveal: () => void;
}) {
  return (
    <div className="compare-guesses" role="status">
      {revealed ? null : (
        <>
          <span>
            {guessed === 0
              ? "The cultures are hidden and their order is drawn. Guess whose answer each is, or read on."
              : guessed < of
                ? `${guessed} of ${of} guessed.`
                : "All guessed."}
          </span>
          <Button onClick={onReveal}>{guessed === 0 ? "Show the cultures" : "Tell me"}</Button>
        </>
      )}
      {tally.of > 0 ? (
        <span>
          You guessed <b className="n">{tally.right}</b> of <b className="n">{tally.of}</b>; chance alone would guess{" "}
          <span className="n">{tally.byChance.toFixed(1)}</span>.
        </span>
      ) : null}
    </div>
  );
}
