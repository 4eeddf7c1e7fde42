import Link from "next/link";
import { measureTitles } from "#components/conversations/measure-words.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatScore } from "#components/ui/format-score.ts";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { measureNames } from "#lib/schema/choices.ts";
import type { Status } from "#lib/schema/conversation.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";

/** A point, by what is known without asking. */
export interface PointFacts {
  culture: { name: string; endonym: string; language: string };
  status: Status;
  representativeness: number;
  distinctiveness: number;
}

/** The conversation of a point beside it: its facts at once, its words in their own script when they are here. */
export function PointCard({
  project,
  facts,
  conversation,
  x,
  y,
  before,
  above,
}: {
  project: string;
  facts: PointFacts;
  conversation: ConversationRow | null;
  x: number;
  y: number;
  /** On which side of the point it lies, so that it stays on the plot. */
  before: boolean;
  above: boolean;
}) {
  const place = {
    [before ? "right" : "left"]: `calc(${before ? "100% - " : ""}${x}px + 12px)`,
    [above ? "bottom" : "top"]: `calc(${above ? "100% - " : ""}${y}px + 12px)`,
  };
  return (
    <section className="map-card" aria-label="Conversation in hand" style={place}>
      <p className="map-card-facts">
        <StatusMark mark={facts.status} />
        <CultureName {...facts.culture} />
      </p>
      <p className="map-card-facts">
        {measureNames.map((measure) => (
          <span key={measure} className="map-card-score">
            <MeasureGlyph measure={measure} />
            <span className="unseen">{measureTitles[measure]}</span>
            <b className="n">{formatScore(facts[measure])}</b>
          </span>
        ))}
      </p>
      {conversation === null ? (
        <p className="map-card-wait" aria-hidden="true" />
      ) : (
        <>
          <ScriptText lang={conversation.language} voice="ask" className="map-card-text">
            {conversation.question}
          </ScriptText>
          <p className="map-card-ways">
            <Link href={`/projects/${project}/browse?peek=${conversation.id}`} prefetch={false}>
              Open in Browse
            </Link>
            <Link href={`/projects/${project}/map?tab=neighbours&item=${conversation.id}`} prefetch={false}>
              Neighbours
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
