"use client";
import { Search } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { FilterState } from "./filter-state.ts";

const keys = [{ id: "search", keys: ["/"] }];

/**
 * What to find, typed and entered: words, "phrases", -not and field:value. Words go on to the search in force, fields to
 * their filters; each becomes a chip.
 */
export function SearchBox({
  filter,
  onChange,
}: {
  filter: FilterState;
  onChange: (change: Partial<FilterState>) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);
  useKeys(keys, () => field.current?.focus());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a chip was taken off, or the search was entered
  useEffect(() => setProblems([]), [filter]);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    // Loaded with the first search: most visits have none.
    const { readTyped } = await import("./search-change.ts");
    const { change, problems: found } = readTyped(filter, typed);
    setProblems(found);
    if (found.length > 0) return;
    setTyped("");
    onChange(change);
  }

  return (
    <search>
      <form className="search" onSubmit={onSubmit}>
        <Icon of={Search} />
        <input
          ref={field}
          type="search"
          className="control"
          aria-label="Search the conversations"
          aria-keyshortcuts="/"
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={problems.length > 0 ? "search-problems" : undefined}
          placeholder="Words, “phrases”, -not, culture:jp"
          dir="auto"
          maxLength={300}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblems([]);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") field.current?.blur();
          }}
        />
        {problems.length === 0 ? null : (
          <p id="search-problems" role="alert" className="search-problems">
            {problems.join(" ")}
          </p>
        )}
      </form>
    </search>
  );
}
