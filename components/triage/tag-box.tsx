"use client";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Note } from "#components/ui/note.tsx";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import type { TagView } from "#lib/schema/project.ts";
import { matchTags } from "./match-tags.ts";
import { readSlots, tagSlots } from "./tag-slots.ts";

type TagLabel = ConversationDetail["tags"][number];

/** Type a few letters, Enter puts the tag on or takes it off; Escape closes. */
export default function TagBox({
  project,
  chosen,
  onTag,
  onClose,
}: {
  project: string;
  chosen: readonly TagLabel[];
  onTag: (tag: TagLabel, present: boolean) => void;
  onClose: () => void;
}) {
  const [tags, setTags] = useState<readonly TagView[] | null>(null);
  const [slots, setSlots] = useState<readonly (string | null)[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const [cursor, setCursor] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** What was pressed before the list was here: Enter, or a digit. */
  const early = useRef<string | null>(null);

  // After the dialog has opened, which gives the focus to its first button.
  useEffect(() => field.current?.focus(), []);

  const receive = useEffectEvent((rows: readonly TagView[]) => {
    const place = `tessera.tag-slots.${project}`;
    const digits = tagSlots(rows, readSlots(localStorage.getItem(place)));
    localStorage.setItem(place, JSON.stringify(digits));
    setTags(rows);
    setSlots(digits);
    if (early.current === null) return;
    const { current: key } = early;
    early.current = null;
    const tag =
      key === "Enter" ? listed(rows, digits, query)[0] : rows.find((row) => row.id === digits[Number(key) - 1]);
    if (tag !== undefined) toggle(tag);
  });
  useEffect(() => {
    const leaving = new AbortController();
    request<{ rows: TagView[] }>("GET", `/projects/${encodeURIComponent(project)}/tags`, {
      signal: leaving.signal,
    }).then(
      ({ rows }) => receive(rows),
      (error: unknown) => {
        if (!leaving.signal.aborted) setTrouble(error instanceof Error ? error.message : String(error));
      },
    );
    return () => leaving.abort();
  }, [project]);

  const found = listed(tags ?? [], slots, query);
  const at = Math.min(cursor, Math.max(0, found.length - 1));
  const isChosen = (tag: TagView) => chosen.some((each) => each.id === tag.id);

  function toggle(tag: TagView) {
    const { id: tagId, key, name, path, kind } = tag;
    onTag({ id: tagId, key, name, path, kind }, !isChosen(tag));
    setQuery("");
    setCursor(0);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      setCursor((at + by + found.length) % Math.max(1, found.length));
    }
    const digit =
      query === "" && !event.ctrlKey && !event.metaKey && !event.altKey ? digitOf(event.code, event.key) : null;
    if (event.key !== "Enter" && digit === null) return;
    event.preventDefault();
    if (tags === null) {
      early.current = digit ?? "Enter";
      return;
    }
    const tag = digit === null ? found[at] : tags.find((each) => each.id === slots[Number(digit) - 1]);
    if (tag !== undefined) toggle(tag);
  }

  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  return (
    <Dialog onClose={onClose} title="Tags">
      <input
        ref={field}
        className="control"
        role="combobox"
        aria-label="Find a tag"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        dir="auto"
        placeholder="Find a tag; Enter adds or takes off, 1–9 too"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
      />
      {trouble === null ? null : (
        <div className="mt-3">
          <Note trouble role="alert">
            {trouble}
          </Note>
        </div>
      )}
      <div id={`${id}-list`} role="listbox" aria-label="Tags" aria-multiselectable="true" className="tag-list">
        {found.map((tag, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys
          <div
            key={tag.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={isChosen(tag)}
            className={classNames(index === at && "at")}
            onClick={() => toggle(tag)}
          >
            <span className={classNames("checkbox-picture", isChosen(tag) && "on")} aria-hidden="true" />
            <span>
              <bdi>{tag.path}</bdi>
              <span className="meaning">{tag.description}</span>
            </span>
            {query === "" && slots.includes(tag.id) ? (
              <span className="ms-auto">
                <KeyCap>{String(slots.indexOf(tag.id) + 1)}</KeyCap>
              </span>
            ) : null}
          </div>
        ))}
      </div>
      {tags !== null && found.length === 0 ? (
        <p className="mt-3 text-ink-3">No tag is called so. Curators add tags in Settings.</p>
      ) : null}
    </Dialog>
  );
}

/** The tags that a query finds; without one, those with a digit first, in the order of the digits. */
function listed(tags: readonly TagView[], slots: readonly (string | null)[], query: string): TagView[] {
  const found = matchTags(tags, query);
  if (query.trim() !== "") return found;
  const place = (tag: TagView) => (slots.includes(tag.id) ? slots.indexOf(tag.id) : slots.length);
  return found.sort((one, other) => place(one) - place(other));
}

/** The digit of a key by its place, so that it is the same on every layout. */
function digitOf(code: string, key: string): string | null {
  return /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? (code === "" && /^[1-9]$/.test(key) ? key : null);
}
