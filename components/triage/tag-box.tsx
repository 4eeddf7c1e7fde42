"use client";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import type { TagView } from "#lib/schema/project.ts";
import { matchTags } from "./match-tags.ts";

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
  const [trouble, setTrouble] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const [cursor, setCursor] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);

  // After the dialog has opened, which gives the focus to its first button.
  useEffect(() => field.current?.focus(), []);

  useEffect(() => {
    const leaving = new AbortController();
    request<{ rows: TagView[] }>("GET", `/projects/${encodeURIComponent(project)}/tags`, {
      signal: leaving.signal,
    }).then(
      ({ rows }) => setTags(rows),
      (error: unknown) => {
        if (!leaving.signal.aborted) setTrouble(error instanceof Error ? error.message : String(error));
      },
    );
    return () => leaving.abort();
  }, [project]);

  const found = matchTags(tags ?? [], query);
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
    const tag = found[at];
    if (event.key === "Enter" && tag !== undefined) {
      event.preventDefault();
      toggle(tag);
    }
  }

  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  return (
    <Dialog open onClose={onClose} title="Tags">
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
        placeholder="Find a tag; Enter adds or takes off"
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
          </div>
        ))}
      </div>
      {tags !== null && found.length === 0 ? (
        <p className="mt-3 text-ink-3">No tag is called so. Curators add tags in Settings.</p>
      ) : null}
    </Dialog>
  );
}
