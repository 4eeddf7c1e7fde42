"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { useAnswer } from "#components/use-answer.ts";
import type { BulkAct } from "#lib/schema/bulk.ts";
import type { TagView } from "#lib/schema/project.ts";

/** Which tag is put on the selected rows, or taken off. */
export function BulkTag({ project, onAct }: { project: string; onAct: (act: BulkAct) => void }) {
  const { answer, trouble } = useAnswer<{ rows: TagView[] }>(`/projects/${encodeURIComponent(project)}/tags`);
  const [chosen, setChosen] = useState("");
  const tags = [...(answer?.rows ?? [])].sort((one, other) => one.path.localeCompare(other.path));
  const tag = chosen === "" ? tags[0]?.id : chosen;
  if (trouble !== null) return <span className="text-cinnabar">{trouble}</span>;
  if (answer !== null && tag === undefined) return <span>There are no tags yet. Settings has a place for them.</span>;
  return (
    <>
      <Select
        aria-label="Tag"
        className="bulk-select"
        value={tag ?? ""}
        options={tags.map(({ id, path }) => ({ value: id, label: path }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button disabled={tag === undefined} onClick={() => tag && onAct({ kind: "tag", add: [tag], remove: [] })}>
        Put on
      </Button>
      <Button disabled={tag === undefined} onClick={() => tag && onAct({ kind: "tag", add: [], remove: [tag] })}>
        Take off
      </Button>
    </>
  );
}
