import { useRouter } from "next/navigation";
import { Select } from "#components/ui/select.tsx";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";

/** Which queue is worked on, by culture. Where cultures are hidden only that is said. */
export function QueueName({
  triage,
  filter,
  cultures,
  blind,
}: {
  /** The address of this page. */
  triage: string;
  filter: ConversationFilter;
  cultures: Facets["culture"];
  blind: boolean;
}) {
  const router = useRouter();
  if (blind) return <span className="text-ink-3">Cultures are told once you have decided</span>;
  const [only, ...others] = filter.culture ?? [];
  const all = others.length > 0 ? `${others.length + 1} cultures` : "All cultures";
  return (
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
        router.push(value === "" ? triage : `${triage}?${new URLSearchParams({ culture: value })}`)
      }
    />
  );
}
