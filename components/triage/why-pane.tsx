"use client";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { timeAgo } from "#components/conversations/time.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import { MeasureSection } from "./measure-section.tsx";
import { decidedWords, reasonWords } from "./words.ts";

/** Why the scores are as they are, and what has happened to the conversation. A line that opens on narrow screens. */
export function WhyPane({ card: { conversation, siblings }, now }: { card: TriageCard; now: number }) {
  const [open, setOpen] = useState(false);
  const cultureNames = new Map(siblings.map((sibling) => [sibling.culture.code, sibling.culture.name]));
  const stale = conversation.scores.some((score) => score.stale);
  const shared = {
    scores: conversation.scores,
    culture: conversation.culture.name,
    language: conversation.language,
    cultureNames,
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
    <aside className={classNames("why", open && "open")} aria-label="Why these scores" tabIndex={0}>
      <button type="button" className="why-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        {(["representativeness", "distinctiveness"] as const).map((measure) => (
          <span key={measure} className="flex items-center gap-2">
            <MeasureGlyph measure={measure} />
            <ScoreBar
              value={conversation[measure]?.value ?? null}
              stale={stale}
              label={measure === "representativeness" ? "Representative" : "Distinctive"}
              reason="not computed"
            />
          </span>
        ))}
        <span className="ms-auto flex items-center gap-2">
          <span className="not-small">Why</span>
          <Icon of={ChevronDown} />
        </span>
      </button>
      <div className="why-body">
        <MeasureSection
          measure="representativeness"
          headline={conversation.representativeness?.value ?? null}
          {...shared}
        />
        <MeasureSection measure="distinctiveness" headline={conversation.distinctiveness?.value ?? null} {...shared} />
        <section className="measure" aria-label="History">
          <h2>History</h2>
          <History conversation={conversation} now={now} />
        </section>
      </div>
    </aside>
  );
}

function History({ conversation, now }: { conversation: TriageCard["conversation"]; now: number }) {
  const decisions = conversation.decisions.map((decision) => ({
    key: decision.id,
    at: decision.createdAt,
    who: decision.mine ? "You" : (decision.person ?? "Somebody"),
    what: `${decidedWords[decision.kind]} revision ${decision.revision}`,
    reason: reasonWords.find((each) => each.reason === decision.reason)?.words ?? null,
  }));
  const revisions = conversation.revisions
    .filter((revision) => revision.number > 1)
    .map((revision) => ({
      key: `revision ${revision.number}`,
      at: revision.createdAt,
      who: revision.author ?? "Somebody",
      what: `wrote revision ${revision.number}`,
      reason: null,
    }));
  const lines = [...decisions, ...revisions].sort((one, other) => other.at.localeCompare(one.at));
  if (lines.length === 0) return <p>Nobody has decided yet.</p>;
  return (
    <ul className="history">
      {lines.map(({ key, at, who, what, reason }) => (
        <li key={key}>
          <b>
            <bdi>{who}</bdi>
          </b>{" "}
          {what}
          {reason === null ? "" : `, ${reason}`}
          {at === "" ? null : <span className="text-ink-3">, {agoWords(Date.parse(at), now)}</span>}
        </li>
      ))}
    </ul>
  );
}

function agoWords(then: number, now: number): string {
  const ago = timeAgo(then, now);
  return ago === "now" || ago.includes("-") ? ago : `${ago} ago`;
}
