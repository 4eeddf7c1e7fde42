"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { useAnswer } from "#components/use-answer.ts";
import type { BulkAct } from "#lib/schema/bulk.ts";
import type { MemberView } from "#lib/schema/member.ts";
import { reaches } from "#lib/schema/permissions.ts";

/** Whom the selected rows are assigned to: members who may decide, or nobody. */
export function BulkAssign({ project, onAct }: { project: string; onAct: (act: BulkAct) => void }) {
  const { answer, trouble } = useAnswer<{ rows: MemberView[] }>(`/projects/${encodeURIComponent(project)}/members`);
  const [chosen, setChosen] = useState("");
  const members = (answer?.rows ?? []).filter(({ role }) => reaches(role, "annotator"));
  const to = chosen === "" ? members[0]?.userId : chosen;
  if (trouble !== null) return <span className="text-cinnabar">{trouble}</span>;
  return (
    <>
      <Select
        aria-label="Assign to"
        className="bulk-select"
        value={to ?? ""}
        options={members.map(({ userId, name }) => ({ value: userId, label: name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button disabled={to === undefined} onClick={() => to && onAct({ kind: "assign", to })}>
        Assign
      </Button>
      <Button onClick={() => onAct({ kind: "assign", to: null })}>Assign to nobody</Button>
    </>
  );
}
