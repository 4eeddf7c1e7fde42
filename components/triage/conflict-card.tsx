"use client";
import { lazy, Suspense, useState } from "react";
import { directionOf } from "#components/conversations/direction-of.ts";
import { timeAgo } from "#components/conversations/time.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import type { Act, Entry } from "#components/outbox/outbox-state.ts";
import { Button } from "#components/ui/button.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { Turns } from "#lib/schema/conversation.ts";
import { DiffText } from "./diff-text.tsx";
import { conflictCommands } from "./triage-commands.ts";
import { wordDiff } from "./word-diff.ts";
import { decidedWords } from "./words.ts";

const Editor = lazy(() => import("./editor.tsx"));
const roleWords = { system: "System", user: "User", assistant: "Assistant" } as const;

export interface ConflictCardProps {
  entry: Entry;
  /** The language of the text, when the card is known here. */
  language: string;
  onTheirs: () => void;
  onMine: (act?: Act) => void;
  onLater: () => void;
}

/** One act that the server did not take: theirs at the start, yours at the end, and three keys to choose. */
export default function ConflictCard({ entry, language, onTheirs, onMine, onLater }: ConflictCardProps) {
  const [merging, setMerging] = useState(false);
  const { act, conflict } = entry;
  const mine: Turns = act.kind === "edit" ? act.turns : act.kind === "decide" ? act.seen.turns : [];

  useKeys(
    conflictCommands,
    (command) => {
      if (command === "theirs") onTheirs();
      if (command === "mine") onMine();
      if (command === "merge" && conflict !== null) setMerging(true);
      if (command === "later") onLater();
    },
    { exclusive: true, enabled: !merging },
  );

  if (conflict === null || act.kind === "undo" || act.kind === "comment") {
    return (
      <section className="conflict" aria-label="Not saved">
        <header>
          <h2>This was not saved</h2>
          <p>{entry.problem ?? "The studio refused it."}</p>
          {act.kind === "comment" ? (
            <p className="said" dir="auto">
              {act.body}
            </p>
          ) : null}
        </header>
        <div className="act" role="toolbar" aria-label="Choose">
          <Button look="main" keyCap="1" onClick={onTheirs}>
            Let it go
          </Button>
          <Button keyCap="2" onClick={() => onMine()}>
            Send it again
          </Button>
        </div>
      </section>
    );
  }

  if (merging) {
    return (
      <Suspense>
        <Editor
          conversation={act.conversation}
          revision={conflict.version}
          language={language}
          turns={conflict.turns}
          start={mine.length === 0 ? conflict.turns : mine}
          onSave={(edit, accept) =>
            onMine({ kind: "edit", conversation: act.conversation, expectedVersion: conflict.version, ...edit, accept })
          }
          onClose={() => setMerging(false)}
        />
      </Suspense>
    );
  }

  const ago = timeAgo(Date.parse(conflict.changedAt), Date.now());
  const rows = Math.max(mine.length, conflict.turns.length);
  const did =
    act.kind === "decide"
      ? `you ${decidedWords[act.decision]} this text`
      : act.kind === "edit"
        ? act.accept
          ? "you edited and accepted"
          : "you edited"
        : "you tagged";
  return (
    <section className="conflict" aria-label="Two versions">
      <header>
        <h2>
          <bdi>{conflict.changedBy ?? "Somebody"}</bdi> changed this {ago === "now" ? "just now" : `${ago} ago`}
        </h2>
        <p>Meanwhile {did}. Nothing is lost: choose which stands.</p>
      </header>
      <section
        className="conflict-sides"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Both versions"
        style={{ ["--rows" as string]: rows + 1 }}
      >
        <article className="side" aria-label="Theirs" style={{ gridRow: `1 / span ${rows + 2}` }}>
          <header>
            <b>Theirs</b>
            <span className="side-end">
              <StatusMark mark={conflict.status} />
            </span>
          </header>
          {conflict.turns.map((turn, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
            <section key={index} className="turn" dir={directionOf(turn.content)}>
              <div className="role">{roleWords[turn.role]}</div>
              <ScriptText lang={language} voice={turn.role === "user" ? "ask" : "answer"}>
                {turn.content}
              </ScriptText>
            </section>
          ))}
        </article>
        <article className="side under-review" aria-label="Yours" style={{ gridRow: `1 / span ${rows + 2}` }}>
          <header>
            <b>Yours</b>
            <span className="side-end text-ink-3">against theirs</span>
          </header>
          {mine.map((turn, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
            <section key={index} className="turn" dir={directionOf(turn.content)}>
              <div className="role">{roleWords[turn.role]}</div>
              <DiffText
                parts={wordDiff(conflict.turns[index]?.content ?? "", turn.content, language)}
                lang={language}
                voice={turn.role === "user" ? "ask" : "answer"}
              />
            </section>
          ))}
        </article>
      </section>
      <div className="act" role="toolbar" aria-label="Choose">
        <Button keyCap="1" onClick={onTheirs}>
          Keep theirs
        </Button>
        <Button look="main" keyCap="2" onClick={() => onMine()}>
          Keep mine
        </Button>
        <Button keyCap="E" onClick={() => setMerging(true)}>
          Merge
        </Button>
        <span className="act-end">
          <Button look="bare" keyCap="Esc" onClick={onLater}>
            Later
          </Button>
        </span>
      </div>
    </section>
  );
}
