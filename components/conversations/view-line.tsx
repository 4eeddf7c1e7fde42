"use client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { SavedView } from "#lib/schema/saved-view.ts";
import { UsualFor } from "./usual-for.tsx";
import { usualForWords } from "./usual-for-words.ts";

export type ViewChange = Partial<Pick<SavedView, "name" | "query" | "shared" | "defaultFor">>;

/** One view: open it, and change what may be changed. */
export function ViewLine({
  view,
  current,
  same,
  mayShare,
  onOpen,
  onUpdate,
  onTakeQuery,
  onRemove,
}: {
  view: SavedView;
  current: boolean;
  /** It holds what is shown now. */
  same: boolean;
  mayShare: boolean;
  onOpen: () => void;
  onUpdate: (change: ViewChange) => Promise<void>;
  onTakeQuery: () => void;
  onRemove: () => void;
}) {
  const [mode, setMode] = useState<"read" | "acts" | "rename">("read");
  const mayChange = view.shared ? mayShare : view.mine;

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    setMode("read");
    if (name !== "" && name !== view.name) void onUpdate({ name });
  }

  return (
    <li className={classNames("view-line", current && "current")}>
      {mode === "rename" ? (
        <form className="view-save" onSubmit={rename}>
          <input
            className="control"
            name="name"
            maxLength={80}
            defaultValue={view.name}
            aria-label="New name"
            dir="auto"
          />
          <Button type="submit">Rename</Button>
        </form>
      ) : (
        <>
          <button type="button" className="view-open" aria-current={current ? "true" : undefined} onClick={onOpen}>
            <bdi>{view.name}</bdi>
            {view.shared && view.person !== null ? (
              <span className="text-12 text-ink-3">
                by <bdi>{view.person}</bdi>
              </span>
            ) : null}
            {view.defaultFor.length > 0 ? (
              <span className="text-12 text-ink-3">{usualForWords(view.defaultFor)}</span>
            ) : null}
          </button>
          {mayChange ? (
            <Button
              look="bare"
              aria-expanded={mode === "acts"}
              aria-label={`Change ${view.name}`}
              onClick={() => setMode(mode === "acts" ? "read" : "acts")}
            >
              Change
            </Button>
          ) : null}
        </>
      )}
      {mode === "acts" ? (
        <span className="view-acts">
          {same ? null : <Button onClick={onTakeQuery}>Update to what is shown</Button>}
          <Button onClick={() => setMode("rename")}>Rename</Button>
          {mayShare && view.mine ? (
            <Button onClick={() => onUpdate({ shared: !view.shared })}>{view.shared ? "Stop sharing" : "Share"}</Button>
          ) : null}
          <Button onClick={onRemove}>Delete</Button>
          {view.shared ? (
            <UsualFor roles={view.defaultFor} onChange={(defaultFor) => onUpdate({ defaultFor })} />
          ) : null}
        </span>
      ) : null}
    </li>
  );
}
