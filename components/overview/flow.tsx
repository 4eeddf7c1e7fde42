import { formatCount } from "#components/ui/format-count.ts";
import { type StonePart, StoneStrip } from "#components/ui/stone-strip.tsx";
import type { ProjectView } from "#lib/schema/project.ts";

/** How far the conversations have come, as figures over strips of twenty stones. */
export function Flow({ counts }: { counts: ProjectView["counts"] }) {
  const share = (state: StonePart["state"], count: number): StonePart[] => [
    { state, count, word: "" },
    { state: "bed", count: Math.max(0, counts.total - count), word: "" },
  ];
  const figures: { word: string; count: number; state: StonePart["state"] }[] = [
    { word: "Conversations", count: counts.total, state: "accepted" },
    { word: "Scored", count: counts.scored, state: "accepted" },
    { word: "Pending", count: counts.pending, state: "pending" },
    { word: "Accepted", count: counts.accepted, state: "accepted" },
    { word: "Rejected", count: counts.rejected, state: "rejected" },
  ];
  return (
    <dl className="mb-7 grid grid-cols-2 border-y border-line small:grid-cols-5">
      {figures.map(({ word, count, state }) => (
        <div
          key={word}
          className="border-line p-3 max-small:not-first:border-t max-small:even:ps-0 max-small:first:col-span-2 max-small:first:ps-0 max-small:not-first:odd:border-s small:px-4 small:not-first:border-s small:first:ps-0"
        >
          <dt className="text-12 text-ink-3">{word}</dt>
          <dd className="mt-0.5 mb-2 text-22/7">
            <span className="n">{formatCount(count)}</span>
          </dd>
          <dd aria-hidden="true">
            <StoneStrip parts={share(state, count)} label="" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
