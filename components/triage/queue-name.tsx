import { useRouter } from "next/navigation";
import { queueOrderQuery } from "#components/conversations/queue-state.ts";
import { Select } from "#components/ui/select.tsx";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { QueueOrderSelect } from "./queue-order-select.tsx";

/** Which queue is worked on, by culture, and in what order. Where cultures are hidden only that is said. */
export function QueueName({
  triage,
  filter,
  order,
  cultures,
  blind,
}: {
  /** The address of this page. */
  triage: string;
  filter: ConversationFilter;
  order: QueueOrder;
  cultures: Facets["culture"];
  blind: boolean;
}) {
  const router = useRouter();
  const go = (narrowed: string, next: QueueOrder) => {
    const query = [narrowed, queueOrderQuery(next)].filter((part) => part !== "").join("&");
    router.push(query === "" ? triage : `${triage}?${query}`);
  };
  const [only, ...others] = filter.culture ?? [];
  const all = others.length > 0 ? `${others.length + 1} cultures` : "All cultures";
  return (
    <>
      {blind ? (
        <span className="text-ink-3">Cultures are told once you have decided</span>
      ) : (
        <Select
          aria-label="Queue"
          value={others.length === 0 ? (only ?? "") : ""}
          options={[
            { value: "", label: all },
            ...cultures.map(({ key, name, endonym }) => ({
              value: key,
              label: name === endonym ? name : `${name} · ${endonym}`,
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            go(value === "" ? "" : `${new URLSearchParams({ culture: value })}`, order)
          }
        />
      )}
      <QueueOrderSelect order={order} onChange={(next) => go(narrowing(), next)} />
    </>
  );
}

/** The address as it stands, without its order and its conversation. */
function narrowing(): string {
  const query = new URLSearchParams(window.location.search);
  for (const name of ["order", "near", "item"]) query.delete(name);
  return query.toString();
}
