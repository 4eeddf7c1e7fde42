import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { Leak, LeakKind, NearConversation } from "#lib/schema/leak.ts";
import { sameWords } from "./leak-words.ts";
import { NearText } from "./near-text.tsx";

/** One conversation at the start, what it is near to beside it. */
export function LeakItem({
  project,
  kind,
  leak,
  selected,
  mayAct,
  onSelect,
  onKeep,
}: {
  project: string;
  kind: LeakKind;
  leak: Leak;
  selected: boolean;
  mayAct: boolean;
  onSelect: () => void;
  /** One of the copies is kept; rejects the others. */
  onKeep: (others: readonly NearConversation[]) => void;
}) {
  const all: readonly NearConversation[] = [leak, ...leak.near];
  const keep = (one: NearConversation) => {
    const others = all.filter(({ id, status }) => id !== one.id && status !== "rejected");
    // A rejected one would leave none.
    return kind === "copies" && mayAct && one.status !== "rejected" && others.length > 0 ? (
      <Button look="bare" onClick={() => onKeep(others)}>
        Keep this, reject {formatCount(others.length)}
      </Button>
    ) : null;
  };
  const name = `${leak.culture.name}: ${leak.question}`;
  return (
    <li className={selected ? "leak selected" : "leak"}>
      <div className="leak-own">
        {kind === "leaks" ? (
          <label className="leak-pick">
            <input type="checkbox" checked={selected} onChange={onSelect} aria-label={`Select ${name}`} />
            <span>{sameWords(leak.sameIn, leak.compared)}</span>
          </label>
        ) : null}
        <NearText project={project} conversation={leak}>
          {keep(leak)}
        </NearText>
      </div>
      <ul className="leak-near" aria-label={kind === "leaks" ? "Nearest in other cultures" : "Near copies"}>
        {leak.near.map(({ similarity, ...conversation }) => (
          <li key={conversation.id}>
            <NearText project={project} conversation={conversation} similarity={similarity}>
              {keep(conversation)}
            </NearText>
          </li>
        ))}
      </ul>
    </li>
  );
}
