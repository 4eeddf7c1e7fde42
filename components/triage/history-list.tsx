"use client";
import { lazy, Suspense } from "react";
import { agoWords } from "#components/conversations/time.ts";
import { Button } from "#components/ui/button.tsx";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import { decidedWords, reasonOf } from "./words.ts";

const RevisionDiff = lazy(() => import("./revision-diff.tsx"));

interface Line {
  key: string;
  at: string;
  who: string;
  what: string;
  note: string | null;
}

/** What has happened to the conversation, newest first: decisions with their notes and ratings, and its revisions. */
export function HistoryList({
  project,
  conversation,
  now,
  comparing,
  onCompare,
}: {
  project: string;
  conversation: ConversationDetail;
  now: number;
  comparing: boolean;
  onCompare: () => void;
}) {
  const lines = linesOf(conversation);
  return (
    <section className="measure" aria-label="History">
      <div className="measure-head">
        <h2>History</h2>
        {conversation.revisions.length > 1 ? (
          <Button look="bare" aria-expanded={comparing} data-command="diff" onClick={onCompare}>
            {comparing ? "Close the comparison" : "Compare revisions"}
          </Button>
        ) : null}
      </div>
      {comparing && conversation.revisions.length > 1 ? (
        <Suspense>
          <RevisionDiff
            // A new revision is compared from then on.
            key={conversation.headRevision}
            project={project}
            conversation={conversation.id}
            language={conversation.language}
            revisions={conversation.revisions}
          />
        </Suspense>
      ) : null}
      {lines.length === 0 ? <p>Nobody has decided yet.</p> : null}
      <ul className="history">
        {lines.map(({ key, at, who, what, note }) => (
          <li key={key}>
            <b>
              <bdi>{who}</bdi>
            </b>{" "}
            {what}
            {at === "" ? null : <span className="text-ink-3">, {agoWords(Date.parse(at), now)}</span>}
            {note === null ? null : (
              <span className="said" dir="auto">
                {note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function linesOf(conversation: ConversationDetail): Line[] {
  const decisions = conversation.decisions.map((decision): Line => {
    const rated = Object.entries(decision.ratings ?? {}).map(([name, value]) => `${name} ${value}`);
    const words = [
      `${decidedWords[decision.kind]} revision ${decision.revision}`,
      ...(decision.reason === null ? [] : [reasonOf(decision.reason)]),
      ...rated,
    ];
    return {
      key: decision.id,
      at: decision.createdAt,
      who: decision.mine ? "You" : (decision.person ?? "Somebody"),
      what: words.join(", "),
      note: decision.note,
    };
  });
  const revisions = conversation.revisions
    .filter((revision) => revision.number > 1)
    .map(
      (revision): Line => ({
        key: `revision ${revision.number}`,
        at: revision.createdAt,
        who: revision.author ?? (revision.createdAt === "" ? "You" : "Somebody"),
        what: `${revision.rewritten ? "rewrote it as" : "wrote"} revision ${revision.number}`,
        note: null,
      }),
    );
  // What has no time yet was done just now.
  const time = ({ at }: Line) => (at === "" ? "9" : at);
  return [...decisions, ...revisions].sort((one, other) => time(other).localeCompare(time(one)));
}
