import { Chip } from "#components/ui/chip.tsx";
import type { FilterState } from "./filter-state.ts";
import type { FilterWord } from "./filter-words.ts";

/** The filters in force, each with a cross that takes it off. */
export function FilterChips({
  words,
  onChange,
}: {
  words: readonly FilterWord[];
  onChange: (change: Partial<FilterState>) => void;
}) {
  return words.map(({ key, words: label, off }) => (
    <Chip key={key} on onRemove={() => onChange(off)} removeLabel={`Remove filter ${label}`}>
      <bdi>{label}</bdi>
    </Chip>
  ));
}
