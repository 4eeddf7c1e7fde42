"use client";
import { useEffect, useState } from "react";
import { request } from "#components/api-client.ts";
import { Note } from "#components/ui/note.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Turns } from "#lib/schema/conversation.ts";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import { DiffText } from "./diff-text.tsx";
import { wordDiff } from "./word-diff.ts";

interface Revision {
  number: number;
  turns: Turns;
}

/** What changed between any two revisions, turn by turn. At first the newest against the one it was written on. */
export default function RevisionDiff({
  project,
  conversation,
  language,
  revisions,
}: {
  project: string;
  conversation: string;
  language: string;
  revisions: ConversationDetail["revisions"];
}) {
  const newest = revisions.at(-1);
  const [from, setFrom] = useState(newest?.parent ?? 1);
  const [to, setTo] = useState(newest?.number ?? 1);
  const [texts, setTexts] = useState<ReadonlyMap<number, Turns>>(new Map());
  const [trouble, setTrouble] = useState<string | null>(null);

  useEffect(() => {
    const leaving = new AbortController();
    const path = `/projects/${encodeURIComponent(project)}/conversations/${conversation}/revisions`;
    const fetchOne = (number: number) =>
      request<Revision>("GET", `${path}/${number}`, { signal: leaving.signal }).then(({ turns }) => {
        setTexts((known) => new Map(known).set(number, turns));
      });
    Promise.all([fetchOne(from), fetchOne(to)]).then(
      () => setTrouble(null),
      (error: unknown) => {
        if (!leaving.signal.aborted) setTrouble(error instanceof Error ? error.message : String(error));
      },
    );
    return () => leaving.abort();
  }, [project, conversation, from, to]);

  const options = revisions.map(({ number, author }) => ({
    value: String(number),
    label: `${number}, ${author ?? (number === 1 ? "as imported" : "somebody")}`,
  }));
  const before = texts.get(from);
  const after = texts.get(to);
  const rows = Math.max(before?.length ?? 0, after?.length ?? 0);
  return (
    <div className="revision-diff">
      <div className="revision-choice">
        <Select
          aria-label="From revision"
          options={options}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        />
        <span>to</span>
        <Select
          aria-label="To revision"
          options={options}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        />
      </div>
      {trouble === null ? null : (
        <Note trouble role="alert">
          {trouble}
        </Note>
      )}
      {before === undefined || after === undefined
        ? null
        : Array.from({ length: rows }, (_, index) => (
            <DiffText
              // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
              key={index}
              parts={wordDiff(before[index]?.content ?? "", after[index]?.content ?? "", language)}
              lang={language}
              voice={(after[index] ?? before[index])?.role === "user" ? "ask" : "answer"}
            />
          ))}
    </div>
  );
}
