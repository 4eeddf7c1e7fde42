"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Segmented } from "#components/ui/segmented.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { type LeakState, leaksQuery } from "./leak-state.ts";

export interface LeakChoices {
  cultures: readonly { value: string; label: string }[];
  topics: readonly { value: string; label: string }[];
}

const statuses = [
  { value: "-rejected", label: "not rejected" },
  { value: "pending", label: "pending" },
  { value: "accepted", label: "accepted" },
  { value: "rejected", label: "rejected" },
  { value: "all", label: "any" },
];
const likenesses = [0.7, 0.8, 0.9, 0.95, 0.99, 1].map((value) => ({
  value: String(value),
  label: `≥ ${value.toFixed(2)}`,
}));
const counts = [1, 2, 3, 4, 5, 7, 9].map((value) => ({
  value: String(value),
  label: value === 1 ? "1 culture or more" : `${value} cultures or more`,
}));

/** What narrows the list; each choice is an address. */
export function LeakFilters({ state, choices, path }: { state: LeakState; choices: LeakChoices; path: string }) {
  const router = useRouter();
  const [waits, startTransition] = useTransition();
  const go = (change: Partial<LeakState>) => {
    const query = leaksQuery({ ...state, ...change });
    startTransition(() => router.push(query === "" ? path : `${path}?${query}`, { scroll: false }));
  };
  return (
    <div className="leak-filters" aria-busy={waits}>
      <Segmented
        label="What is looked for"
        options={[
          { value: "leaks", label: "Shared with others" },
          { value: "copies", label: "Said twice at home" },
        ]}
        value={state.kind}
        onChange={(kind) => go({ kind })}
      />
      <SelectField
        label="Culture"
        options={[{ value: "", label: "all" }, ...choices.cultures]}
        value={state.culture ?? ""}
        onChange={(event) => go({ culture: event.target.value || null })}
      />
      <SelectField
        label="Topic"
        options={[{ value: "", label: "all" }, ...choices.topics]}
        value={state.topic ?? ""}
        onChange={(event) => go({ topic: event.target.value || null })}
      />
      <SelectField
        label="Status"
        options={statuses}
        value={state.status}
        onChange={(event) => go({ status: event.target.value })}
      />
      {state.kind === "leaks" ? (
        <SelectField
          label="Said in"
          options={withOwn(counts, String(state.least))}
          value={String(state.least)}
          onChange={(event) => go({ least: Number(event.target.value) })}
        />
      ) : (
        <SelectField
          label="Alike by"
          options={withOwn(likenesses, String(state.from))}
          value={String(state.from)}
          onChange={(event) => go({ from: Number(event.target.value) })}
        />
      )}
    </div>
  );
}

/** The choices and, where an address names another one, that too. */
function withOwn(options: readonly { value: string; label: string }[], own: string) {
  return options.some(({ value }) => value === own) ? options : [...options, { value: own, label: own }];
}
