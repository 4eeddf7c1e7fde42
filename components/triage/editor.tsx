"use client";
import { use, useDeferredValue, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { printedLegend } from "#components/keyboard/printed-legend.ts";
import { useIsMac } from "#components/keyboard/use-is-mac.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { currentDrafts } from "#components/outbox/drafts.ts";
import { Button } from "#components/ui/button.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Note } from "#components/ui/note.tsx";
import type { Turns } from "#lib/schema/conversation.ts";
import { conversationLimits } from "#lib/schema/limits.ts";
import { textTrouble } from "#lib/schema/text-trouble.ts";
import { DiffText } from "./diff-text.tsx";
import { draftStore } from "./draft-store.ts";
import type { Edited } from "./triage-acts.ts";
import { editorCommands } from "./triage-commands.ts";
import { changedShare, wordDiff } from "./word-diff.ts";

const roleWords = { system: "System", user: "User", assistant: "Assistant" } as const;
/** Above this share of changed text in one turn, the writer is asked whether it is still the same conversation. */
const rewriteShare = 0.6;

export interface EditorProps {
  conversation: string;
  revision: number;
  language: string;
  /** The text that the edit is compared with and begins from. */
  turns: Turns;
  /** Begins from this instead, as when two versions are merged. */
  start?: Turns;
  /** What the edit changes stands beside it. */
  changesShown?: boolean;
  onChanges?: () => void;
  onSave: (edit: Edited, accept: boolean) => void;
  onClose: () => void;
}

/**
 * One field for each turn, and beside it what the edit changes. Unfinished text is kept in this browser; until the browser
 * has said what it holds, this suspends, since an edit begun without it would overwrite it.
 */
export default function Editor(props: EditorProps) {
  const { conversation, revision, language, turns, start, changesShown = true, onChanges, onSave, onClose } = props;
  const drafts = currentDrafts();
  use(drafts.ready);
  const draft = useMemo(() => draftStore(drafts, conversation, revision), [drafts, conversation, revision]);
  const [texts, setTexts] = useState(
    () => start?.map((turn) => turn.content) ?? draft.read(turns.length) ?? turns.map((turn) => turn.content),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [rewritten, setRewritten] = useState(false);
  // The live difference may lag behind typing, never hold it up.
  const settled = useDeferredValue(texts);
  const changes = useMemo(
    () => settled.map((text, index) => wordDiff(turns[index]?.content ?? "", text, language)),
    [settled, turns, language],
  );
  const share = Math.max(0, ...changes.map((parts, index) => (turns[index]?.content ? changedShare(parts) : 0)));
  const first = useRef<HTMLDivElement>(null);
  const roles = start ?? turns;
  const changed = texts.length !== turns.length || texts.some((text, index) => text !== turns[index]?.content);
  const mac = useIsMac();
  const legend = (id: string) => printedLegend(editorCommands.find((each) => each.id === id)?.keys[0] ?? "", null, mac);

  // Once, and before anything is painted: whoever already types elsewhere is not called away.
  const focusAnswer = useEffectEvent(() => {
    const fields = first.current?.querySelectorAll("textarea") ?? [];
    // Answers are what is mended most.
    const at = Math.max(
      0,
      roles.findIndex((turn) => turn.role === "assistant"),
    );
    fields[at]?.focus();
  });
  useLayoutEffect(() => focusAnswer(), []);

  function change(index: number, text: string) {
    const next = texts.with(index, text);
    setTexts(next);
    setProblem(null);
    draft.write(next);
  }

  function save(accept: boolean) {
    const wrong = texts.findIndex((text) => troubleOf(text) !== null);
    if (wrong >= 0) {
      setProblem(`Turn ${wrong + 1} ${troubleOf(texts[wrong] ?? "")}. Mend it, then save.`);
      return;
    }
    if (!changed && !accept) {
      setProblem("The text is unchanged, so there is nothing to save.");
      return;
    }
    draft.remove();
    onSave(
      {
        turns: texts.map((content, index) => ({ role: roles[index]?.role ?? "assistant", content })),
        rewritten: rewritten && share > rewriteShare,
      },
      accept,
    );
  }

  useKeys(
    editorCommands,
    (command) => {
      if (command === "save-accept") save(true);
      if (command === "save") save(false);
      if (command === "close") onClose();
      if (command === "diff") onChanges?.();
    },
    { exclusive: true },
  );

  return (
    <div className="editor" ref={first}>
      <div className="editor-turns">
        {texts.map((text, index) => {
          const role = roles[index]?.role ?? "assistant";
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
            <section key={index} className={classNames("editor-turn", !changesShown && "whole")}>
              <label className="editor-field">
                <span className="role">{roleWords[role]}</span>
                <textarea
                  className="control c"
                  lang={language}
                  dir="auto"
                  value={text}
                  rows={2}
                  spellCheck
                  onChange={(event) => change(index, event.currentTarget.value)}
                />
              </label>
              {changesShown ? (
                <div className="changes">
                  <span className="role">{turns[index]?.content === settled[index] ? "Unchanged" : "Changes"}</span>
                  <DiffText parts={changes[index] ?? []} lang={language} voice={role === "user" ? "ask" : "answer"} />
                </div>
              ) : null}
            </section>
          );
        })}
      </div>
      <div className="editor-notes">
        {share > rewriteShare ? (
          <Note>
            <CheckField
              label={`This reads as a rewrite: ${Math.round(share * 100)}\u202f% is new. Mark it as rewritten.`}
              checked={rewritten}
              onChange={(event) => setRewritten(event.currentTarget.checked)}
            />
          </Note>
        ) : null}
        {problem === null ? null : (
          <Note trouble role="alert">
            {problem}
          </Note>
        )}
      </div>
      <div className="act" role="toolbar" aria-label="Save the edit">
        <Button look="main" keyCap={legend("save-accept")} onClick={() => save(true)}>
          Save and accept
        </Button>
        <Button keyCap={legend("save")} onClick={() => save(false)}>
          Save only
        </Button>
        <Button look="bare" keyCap="Esc" onClick={onClose}>
          {changed ? "Close, keep the draft" : "Close"}
        </Button>
        <span className="act-end">
          {onChanges === undefined ? null : (
            <Button look="bare" data-command="diff" aria-pressed={changesShown} onClick={onChanges}>
              Differences
              <KeyCap>D</KeyCap>
            </Button>
          )}
          {changed ? (
            <Button
              look="bare"
              onClick={() => {
                draft.remove();
                onClose();
              }}
            >
              Discard the draft
            </Button>
          ) : null}
        </span>
      </div>
    </div>
  );
}

function troubleOf(text: string): string | null {
  const { turnCharacters } = conversationLimits;
  return text.length > turnCharacters ? `is longer than ${turnCharacters} characters` : textTrouble(text);
}
