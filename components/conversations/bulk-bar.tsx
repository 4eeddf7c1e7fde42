"use client";
import { Tag, UserRound } from "lucide-react";
import { useState } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { reasonWords } from "#components/triage/words.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { plural } from "#components/ui/plural.ts";
import type { BulkAct } from "#lib/schema/bulk.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import "./bulk.css";
import { BulkAssign } from "./bulk-assign.tsx";
import { BulkPreview } from "./bulk-preview.tsx";
import { BulkTag } from "./bulk-tag.tsx";
import { compareSelected } from "./compare-selected.ts";
import type { Bulk } from "./use-bulk.ts";

const commands = [
  { id: "bulk-accept", title: "Accept the selected", keys: ["Shift+A"] },
  { id: "bulk-reject", title: "Reject the selected", keys: ["Shift+X"] },
];
const backCommands = [{ id: "bulk-back", keys: ["Escape"] }];

export interface BulkBarProps {
  project: string;
  /** How many are selected. */
  count: number;
  /** How many match, when the shown rows are selected and more match than those. */
  matching: number | null;
  mayAct: boolean;
  exportHref: string | null;
  /** The selected, when all of them are loaded; side by side they can be read when all answer one question. */
  compared: { rows: readonly ConversationRow[]; tellsCultures: boolean } | null;
  bulk: Bulk;
  onAll: () => void;
  onClear: () => void;
  onAct: (act: BulkAct) => void;
}

/** What can be done to the selected rows. Each act shows its effect first; nothing has changed until it is begun. */
export default function BulkBar(props: BulkBarProps) {
  const { project, count, matching, mayAct, compared, bulk, onAct } = props;
  const compareHref = compared === null ? null : compareSelected(project, compared.rows, compared.tellsCultures);
  const [asks, setAsks] = useState<"reject" | "tag" | "assign" | null>(null);
  const back = () => {
    setAsks(null);
    bulk.cancel();
  };
  const act = (next: BulkAct) => {
    setAsks(null);
    onAct(next);
  };
  useKeys(
    commands,
    (command) => {
      if (command === "bulk-accept") act({ kind: "decide", decision: "accept" });
      if (command === "bulk-reject") setAsks("reject");
    },
    { enabled: mayAct && bulk.ready === null },
  );
  useKeys(backCommands, back, { enabled: asks !== null || bulk.ready !== null });

  if (bulk.ready !== null) return <BulkPreview view={bulk.ready} busy={bulk.busy} onStart={bulk.start} onBack={back} />;
  return (
    <section className="bulk-bar" aria-label="Selected">
      <p className="bulk-count" role="status">
        <b>
          <span className="n">{formatCount(count)}</span> selected
        </b>
        {matching === null ? null : (
          <button type="button" className="bulk-all" onClick={props.onAll}>
            select all <span className="n">{formatCount(matching)}</span> that match
          </button>
        )}
      </p>
      {asks === "reject" ? (
        <>
          <span className="text-ink-2">Reason</span>
          {reasonWords.map(({ reason, words }) => (
            <Button key={reason} onClick={() => act({ kind: "decide", decision: "reject", reason })}>
              {words}
            </Button>
          ))}
          <Button onClick={() => act({ kind: "decide", decision: "reject" })}>No reason</Button>
        </>
      ) : null}
      {asks === "tag" ? <BulkTag project={project} onAct={act} /> : null}
      {asks === "assign" ? <BulkAssign project={project} onAct={act} /> : null}
      {asks === null && mayAct ? (
        <>
          <Button
            busy={bulk.busy}
            keyCap="⇧A"
            data-command="bulk-accept"
            onClick={() => act({ kind: "decide", decision: "accept" })}
          >
            Accept
          </Button>
          <Button keyCap="⇧X" data-command="bulk-reject" onClick={() => setAsks("reject")}>
            Reject
          </Button>
          <Button onClick={() => setAsks("tag")}>
            <Icon of={Tag} />
            Tag
          </Button>
          <Button onClick={() => setAsks("assign")}>
            <Icon of={UserRound} />
            Assign
          </Button>
          {props.exportHref === null ? null : <ButtonLink href={props.exportHref}>Export this</ButtonLink>}
        </>
      ) : null}
      {asks === null && !mayAct ? (
        <span className="text-ink-3">
          Acting on {plural(count, "row")} at once, or exporting, needs the role of a curator.
        </span>
      ) : null}
      {asks === null && compareHref !== null ? <ButtonLink href={compareHref}>Compare</ButtonLink> : null}
      <Button look="bare" className="bulk-end" onClick={asks === null ? props.onClear : back}>
        {asks === null ? "Select none" : "Back"}
      </Button>
      {bulk.trouble === null ? null : (
        <p role="alert" className="bulk-trouble">
          {bulk.trouble}
        </p>
      )}
    </section>
  );
}
