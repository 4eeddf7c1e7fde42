"use client";
import { use, useDeferredValue, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { printedLegend } from "#components/keyboard/printed-legend.ts";
import { useIsMac } from "#components/keyboard/use-is-mac.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { currentDrafts } from "#components/outbox/drafts.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Note } from "#components/ui/note.tsx";
import { conversationLimits } from "#lib/schema/choices.ts";
import type { Turns } from "#lib/schema/conversation.ts";
import { textTrouble } from "#lib/schema/text-trouble.ts";
import { DiffText } from "./diff-text.tsx";
import { draftStore } from "./draft-store.ts";
import { editorCommands } from "./triage-commands.ts";
import { changedShare, wordDiff } from "./word-diff.ts";

const roleWords = { system: "System", user: "User", assistant: "Assistant" } as const;
/** Above this share of changed text a remark asks whether it is still the same conversation. */
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
  onSave: (turns: Turns, accept: boolean) => void;
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
      texts.map((content, index) => ({ role: roles[index]?.role ?? "assistant", content })),
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
                <Changes
                  before={turns[index]?.content ?? ""}
                  after={text}
                  language={language}
                  voice={role === "user" ? "ask" : "answer"}
                />
              ) : null}
            </section>
          );
        })}
      </div>
      {problem === null ? null : (
        <div className="editor-problem">
          <Note trouble role="alert">
            {problem}
          </Note>
        </div>
      )}
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

/** The live difference of one turn; it may lag behind typing, never hold it up. */
function Changes({
  before,
  after,
  language,
  voice,
}: {
  before: string;
  after: string;
  language: string;
  voice: "ask" | "answer";
}) {
  const settled = useDeferredValue(after);
  const parts = useMemo(() => wordDiff(before, settled, language), [before, settled, language]);
  const share = changedShare(parts);
  return (
    <div className="changes">
      <span className="role">{before === settled ? "Unchanged" : "Changes"}</span>
      <DiffText parts={parts} lang={language} voice={voice} />
      {share > rewriteShare && before !== "" ? (
        <Note>
          This reads as a rewrite: {Math.round(share * 100)}&#8239;% is new. Save it if it should be; a note can say so.
        </Note>
      ) : null}
    </div>
  );
}
