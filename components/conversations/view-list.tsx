"use client";
import { type FormEvent, useEffect, useState } from "react";
import { request } from "#components/api-client.ts";
import { Button } from "#components/ui/button.tsx";
import type { SavedView } from "#lib/schema/saved-view.ts";
import "./views.css";
import { type ViewChange, ViewLine } from "./view-line.tsx";

export interface ViewListProps {
  /** The API of the project. */
  base: string;
  /** The state as it is now, without the open conversation. */
  query: string;
  view: string | null;
  mayShare: boolean;
  onView: (view: SavedView) => void;
}

async function readViews(base: string, signal?: AbortSignal): Promise<readonly SavedView[]> {
  const options = signal === undefined ? {} : { signal };
  return (await request<{ rows: SavedView[] }>("GET", `${base}/views`, options)).rows;
}

/** One's own views and the shared ones, and a name for the state as it is now. */
export default function ViewList({
  base,
  query,
  view,
  mayShare,
  onView,
  onClose,
}: ViewListProps & { onClose: () => void }) {
  const [views, setViews] = useState<readonly SavedView[] | null>(null);
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const attempt = async (step: () => Promise<void>) => {
    setTrouble(null);
    try {
      await step();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  useEffect(() => {
    const gone = new AbortController();
    readViews(base, gone.signal).then(setViews, (error: unknown) => {
      if (!gone.signal.aborted) setTrouble(error instanceof Error ? error.message : String(error));
    });
    return () => gone.abort();
  }, [base]);

  const put = (saved: SavedView) =>
    setViews((held) =>
      [...(held ?? []).filter(({ id }) => id !== saved.id), saved].sort((one, other) =>
        one.name.localeCompare(other.name),
      ),
    );
  const update = (held: SavedView, body: ViewChange) =>
    attempt(async () => {
      const saved = await request<SavedView>("PATCH", `${base}/views/${held.id}`, {
        body: { expectedVersion: held.version, ...body },
      });
      put(saved);
      // Other views may have lost a role, and stand at another version since.
      if (body.defaultFor !== undefined) setViews(await readViews(base));
      if (body.query !== undefined) onView(saved);
    });
  const remove = (held: SavedView) =>
    attempt(async () => {
      await request("DELETE", `${base}/views/${held.id}`);
      setViews((all) => (all ?? []).filter(({ id }) => id !== held.id));
      setRemoved(held);
    });
  const restore = (held: SavedView) =>
    attempt(async () => {
      put(await request<SavedView>("POST", `${base}/views/${held.id}/restore`));
      setRemoved(null);
    });

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "").trim();
    const shared = new FormData(form).get("shared") !== null;
    if (name === "") return;
    void attempt(async () => {
      const saved = await request<SavedView>("POST", `${base}/views`, { body: { name, query, shared } });
      put(saved);
      form.reset();
      onView(saved);
      onClose();
    });
  }

  const group = (title: string, rows: readonly SavedView[]) =>
    rows.length === 0 ? null : (
      <section aria-label={title}>
        <h3>{title}</h3>
        <ul>
          {rows.map((each) => (
            <ViewLine
              key={each.id}
              view={each}
              current={each.id === view}
              same={each.query === query}
              mayShare={mayShare}
              onOpen={() => {
                onView(each);
                onClose();
              }}
              onUpdate={(body) => update(each, body)}
              onTakeQuery={() => update(each, { query })}
              onRemove={() => remove(each)}
            />
          ))}
        </ul>
      </section>
    );

  return (
    <div className="view-list">
      <form className="view-save" onSubmit={save}>
        <input
          className="control"
          name="name"
          maxLength={80}
          placeholder="Name what is shown now"
          aria-label="Name of the view"
          dir="auto"
        />
        <Button type="submit">Save view</Button>
        {mayShare ? (
          <label className="view-share">
            <input type="checkbox" className="checkbox" name="shared" />
            Share with the project
          </label>
        ) : null}
      </form>
      {removed === null ? null : (
        <p className="view-removed" role="status">
          <span>
            “<bdi>{removed.name}</bdi>” deleted.
          </span>
          <Button look="bare" onClick={() => restore(removed)}>
            Undo
          </Button>
        </p>
      )}
      {trouble === null ? null : (
        <p role="alert" className="text-12 text-cinnabar">
          {trouble}
        </p>
      )}
      {views?.length === 0 ? (
        <p className="text-ink-3">No views yet. Name what you see now, and its filters, sort and columns are kept.</p>
      ) : null}
      {group(
        "My views",
        (views ?? []).filter(({ shared }) => !shared),
      )}
      {group(
        "Shared",
        (views ?? []).filter(({ shared }) => shared),
      )}
    </div>
  );
}
