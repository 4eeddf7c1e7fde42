import { ChevronLeft, ChevronRight, Eye, EyeOff, ListTree, Printer, Scale, SlidersHorizontal } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { Comparison } from "#lib/schema/comparison.ts";
import { keyOf } from "./compare-commands.ts";

/** The question, pinned, and how it is looked at. */
export function CompareHead({
  comparison,
  blind,
  locked,
  pairs,
  canPair,
  scoresShown,
  aidsOpen,
  listHref,
  legendOf,
  onCommand,
}: {
  comparison: Comparison;
  blind: boolean;
  /** The project keeps cultures hidden, so there is nothing to switch. */
  locked: boolean;
  pairs: boolean;
  canPair: boolean;
  scoresShown: boolean;
  aidsOpen: boolean;
  listHref: string;
  legendOf: (key: string) => string;
  onCommand: (command: string) => void;
}) {
  const { topic, key, text, language, previous, next } = comparison;
  const cap = (command: string) => <KeyCap>{legendOf(keyOf(command))}</KeyCap>;
  return (
    <section className="compare-asked" aria-label="Question">
      <div className="compare-question">
        <div className="compare-meta">
          {topic === null ? null : (
            <>
              {topic.layer === null ? null : (
                <>
                  <bdi>{topic.layer}</bdi>
                  <span aria-hidden="true">›</span>
                </>
              )}
              <bdi>{topic.name}</bdi>
            </>
          )}
          <bdi className="mono not-small">{key}</bdi>
        </div>
        <ScriptText as="h2" lang={language} fit="pin" className="compare-text">
          {text}
        </ScriptText>
      </div>
      <div className="compare-tools">
        <Button
          look="bare"
          aria-label="Previous question"
          data-command="previous-question"
          disabled={previous === null}
          onClick={() => onCommand("previous-question")}
        >
          <Icon of={ChevronLeft} />
          {cap("previous-question")}
        </Button>
        <Button
          look="bare"
          aria-label="Next question"
          data-command="next-question"
          disabled={next === null}
          onClick={() => onCommand("next-question")}
        >
          {cap("next-question")}
          <Icon of={ChevronRight} />
        </Button>
        <ButtonLink look="bare" className="square" href={listHref} aria-label="All questions" title="All questions">
          <Icon of={ListTree} />
        </ButtonLink>
        <Button
          look="bare"
          square
          aria-label={scoresShown ? "Hide scores" : "Show scores"}
          title={scoresShown ? "Hide scores" : "Show scores"}
          data-command="scores"
          onClick={() => onCommand("scores")}
        >
          <Icon of={scoresShown ? Eye : EyeOff} />
        </Button>
        <Button
          look="bare"
          square
          className="not-small"
          aria-label="Print"
          title="Print"
          onClick={() => window.print()}
        >
          <Icon of={Printer} />
        </Button>
        {locked ? null : (
          <Button aria-label="Blind" aria-pressed={blind} data-command="blind" onClick={() => onCommand("blind")}>
            <Icon of={EyeOff} />
            <span>Blind</span>
            {cap("blind")}
          </Button>
        )}
        <Button
          aria-label="A or B"
          aria-pressed={pairs}
          disabled={!canPair && !pairs}
          data-command="pairs"
          onClick={() => onCommand("pairs")}
        >
          <Icon of={Scale} />
          <span>A or B</span>
          {cap("pairs")}
        </Button>
        <Button
          className="compare-aids-open"
          aria-label="Aids"
          aria-expanded={aidsOpen}
          onClick={() => onCommand("aids")}
        >
          <Icon of={SlidersHorizontal} />
          <span>Aids</span>
        </Button>
      </div>
    </section>
  );
}
