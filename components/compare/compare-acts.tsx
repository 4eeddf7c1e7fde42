import { FlagBar } from "#components/triage/flag-bar.tsx";
import ReasonBar from "#components/triage/reason-bar.tsx";
import { announce } from "#components/ui/announce.ts";
import { ColumnActs } from "./column-acts.tsx";
import { askedWords, PairActs } from "./pair-acts.tsx";
import type { useCompareDesk } from "./use-compare-desk.ts";

/** What decides the column in hand or judges the pair, or what a rejection or a flag asks for. */
export function CompareActs({
  desk,
  triage,
  legendOf,
}: {
  desk: ReturnType<typeof useCompareDesk>;
  /** The address of Triage. */
  triage: string;
  legendOf: (key: string) => string;
}) {
  const { readOnly, state, change, asked, pair, mode, setMode, decide, run } = desk;
  const { current } = desk.shown;
  if (readOnly) return <p className="act">You read here; deciding needs the role of an annotator.</p>;
  if (asked !== null)
    return (
      <PairActs
        asked={asked}
        enabled={pair !== null}
        legendOf={legendOf}
        onAsked={(next) => {
          change({ ...state, asked: next }, "replace");
          announce(askedWords[next]);
        }}
        onCommand={run}
      />
    );
  if (mode === "rejecting")
    return (
      <ReasonBar legendOf={legendOf} onReason={(reason) => decide("reject", reason)} onCancel={() => setMode("read")} />
    );
  if (mode === "flagging")
    return <FlagBar start="" onFlag={(note) => decide("flag", null, note)} onCancel={() => setMode("read")} />;
  if (current === undefined) return null;
  return (
    <ColumnActs
      name={current.name.name}
      flagged={current.answer.flagged}
      legendOf={legendOf}
      triageHref={`${triage}?item=${current.answer.id}`}
      onCommand={run}
    />
  );
}
