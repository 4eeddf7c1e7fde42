"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { agoWords } from "#components/conversations/time.ts";
import { currentDrafts } from "#components/outbox/drafts.ts";
import { useOutbox } from "#components/outbox/use-outbox.ts";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";

type Comment = ConversationDetail["comments"][number];

/**
 * What people said beside the conversation, and a field to answer. A comment goes into the outbox, so it needs no connection;
 * one that is only begun is kept in this browser.
 */
export default function Comments({
  project,
  person,
  conversation,
  comments,
  now,
  asked,
  readOnly,
  onChange,
}: {
  project: string;
  /** Whose outbox carries what is written. */
  person: string;
  conversation: string;
  comments: readonly Comment[];
  now: number;
  /** Each new number gives the field the focus. */
  asked: number;
  readOnly: boolean;
  onChange: (change: (comments: Comment[]) => Comment[]) => void;
}) {
  const { outbox, state: box } = useOutbox(person);
  const draftName = `comment ${conversation}`;
  const [body, setBody] = useState("");
  const [withdrawn, setWithdrawn] = useState<readonly Comment[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const base = `/projects/${encodeURIComponent(project)}/conversations/${conversation}/comments`;

  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);

  // What was begun here is kept in this browser, so the server, which draws the card first, cannot know it.
  useEffect(() => {
    let shown = true;
    const drafts = currentDrafts();
    void drafts.ready.then(() => {
      if (shown) setBody((held) => (held === "" ? (drafts.getItem(draftName) ?? "") : held));
    });
    return () => {
      shown = false;
    };
  }, [draftName]);

  function write(text: string) {
    setBody(text);
    if (text === "") currentDrafts().removeItem(draftName);
    else currentDrafts().setItem(draftName, text);
  }

  async function attempt(act: () => Promise<void>) {
    setSending(true);
    try {
      await act();
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
    }
  }

  function send() {
    if (outbox === null || body.trim() === "") return;
    outbox.put(project, { kind: "comment", conversation, body: body.trim() });
    write("");
  }
  const move = (comment: Comment, back: boolean) =>
    attempt(async () => {
      await request("POST", `${base}/${comment.id}/${back ? "restore" : "withdraw"}`, { body: {} });
      setWithdrawn((all) => (back ? all.filter(({ id }) => id !== comment.id) : [...all, comment]));
      onChange((all) => (back ? [...all, comment].sort(byTime) : all.filter(({ id }) => id !== comment.id)));
      announce(back ? "Comment is back." : "Comment withdrawn.");
    });

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && body.trim() !== "") {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape") event.currentTarget.blur();
  }

  const underWay = box.halted === null ? "being sent" : "kept here until it can be sent";
  const waiting = box.entries.flatMap(({ key, act, attempts, state }) =>
    act.kind === "comment" && act.conversation === conversation
      ? [
          {
            key,
            body: act.body,
            sent: attempts > 0,
            stands: state === "waiting" ? underWay : "not saved, it needs you",
          },
        ]
      : [],
  );
  const lines = [
    ...comments.map((comment) => ({ comment, gone: false })),
    ...withdrawn
      .filter(({ id }) => comments.every((each) => each.id !== id))
      .map((comment) => ({ comment, gone: true })),
  ].sort((one, other) => byTime(one.comment, other.comment));
  return (
    <div className="comments">
      <ul className="history">
        {lines.map(({ comment, gone }) => (
          <li key={comment.id}>
            <b>
              <bdi>{comment.mine ? "You" : (comment.person ?? "Somebody")}</bdi>
            </b>
            <span className="text-ink-3">
              {" "}
              on revision {comment.revision}, {agoWords(Date.parse(comment.createdAt), now)}
            </span>
            {gone ? (
              <span className="withdrawn">
                Withdrawn.
                <Button look="bare" disabled={sending} onClick={() => void move(comment, true)}>
                  Undo
                </Button>
              </span>
            ) : (
              <span className="said" dir="auto">
                {comment.body}
              </span>
            )}
            {comment.mine && !gone && !readOnly ? (
              <Button look="bare" disabled={sending} onClick={() => void move(comment, false)}>
                Withdraw
              </Button>
            ) : null}
          </li>
        ))}
        {waiting.map(({ key, body: said, sent, stands }) => (
          <li key={key}>
            <b>You</b>
            <span className="text-ink-3">, {stands}</span>
            <span className="said" dir="auto">
              {said}
            </span>
            {sent ? null : (
              <Button look="bare" onClick={() => outbox?.takeBack(key)}>
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {trouble === null ? null : (
        <Note trouble role="alert">
          {trouble}
        </Note>
      )}
      {readOnly ? null : (
        <>
          <textarea
            ref={field}
            className="control"
            aria-label="Comment"
            dir="auto"
            rows={2}
            maxLength={4000}
            placeholder="For those who work on this with you"
            value={body}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <Button disabled={body.trim() === ""} onClick={send}>
            Comment
          </Button>
        </>
      )}
    </div>
  );
}

function byTime(one: Comment, other: Comment): number {
  return one.createdAt.localeCompare(other.createdAt);
}
