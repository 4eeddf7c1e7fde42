"use client";

import type { ReactNode } from "react";
import { Opening } from "#components/settings/opening.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Progress } from "#components/ui/progress.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Act } from "#components/use-act.ts";
import type { RunChanges } from "#lib/schema/run.ts";
import { numberIn } from "./ask-form.ts";
import { dollars, isMoving, rangeOfTime } from "./run-words.ts";

type LimitAct = Act<{ budget?: number | null; maxCalls?: number | null; concurrency?: number }>;

/** Where a run stands, in figures that add up: requested is done, failed, cancelled and pending. */
export function RunFacts({ changes, limit }: { changes: Omit<RunChanges, "items">; limit: LimitAct | null }) {
  const { run, left, perMinute } = changes;
  const over = run.requested - run.pending;
  return (
    <section aria-label="Where it stands" className="mb-8">
      <Progress label={`Run ${run.number}`} done={over} total={run.requested} unit="items have come in" />
      <dl className="run-facts">
        <Fact name="Requested" value={formatCount(run.requested)} />
        <Fact name={<StatusMark mark="accepted">Done</StatusMark>} value={formatCount(run.done)} sign="=" />
        <Fact name={<StatusMark mark="rejected">Failed</StatusMark>} value={formatCount(run.failed)} sign="+" />
        <Fact name={<StatusMark mark="skipped">Cancelled</StatusMark>} value={formatCount(run.cancelled)} sign="+" />
        <Fact
          name={<StatusMark mark="pending">Pending</StatusMark>}
          value={formatCount(run.pending)}
          rest={run.active > 0 ? `${formatCount(run.active)} in flight` : ""}
          sign="+"
        />
        <Fact
          name="Speed"
          value={perMinute === null ? "–" : formatCount(Math.round(perMinute))}
          rest={perMinute === null ? "" : `a minute, ${run.concurrency} at once`}
        />
        <Fact
          name="Time left"
          value={!isMoving(run) || left === null ? "–" : rangeOfTime(left)}
          rest={isMoving(run) && left === null ? "not known yet" : ""}
        />
        <Fact
          name="Spent"
          value={dollars(run.cost)}
          rest={`${run.budget === null ? "no limit" : `of ${dollars(run.budget)}`}${
            run.unpriced > 0 ? `, and ${formatCount(run.unpriced)} calls of unknown price` : ""
          }`}
        />
        <Fact
          name="Calls"
          value={formatCount(run.calls)}
          rest={run.maxCalls === null ? "no limit" : `of ${formatCount(run.maxCalls)}`}
        />
        <Fact
          name="Tokens"
          value={formatCount(run.tokens.input + run.tokens.output)}
          rest={`${formatCount(run.tokens.input)} in, ${formatCount(run.tokens.output)} out`}
        />
      </dl>
      {limit === null || run.state === "cancelled" || run.state === "failed" ? null : (
        <Opening
          button="Change the limits"
          submit="Change the limits"
          busy={limit.busy}
          save={(fields) =>
            limit.act({
              budget: numberIn(fields, "budget"),
              maxCalls: numberIn(fields, "maxCalls"),
              concurrency: numberIn(fields, "concurrency") ?? run.concurrency,
            })
          }
        >
          <TextField
            label="Budget in dollars"
            name="budget"
            inputMode="decimal"
            hint="Empty for no limit. It pauses before it spends more."
            defaultValue={run.budget ?? ""}
            error={limit.errorOf("budget")}
          />
          <TextField
            label="Calls at most"
            name="maxCalls"
            inputMode="numeric"
            hint="Empty for no limit."
            defaultValue={run.maxCalls ?? ""}
            error={limit.errorOf("maxCalls")}
          />
          <TextField
            label="Calls at once"
            name="concurrency"
            inputMode="numeric"
            defaultValue={run.concurrency}
            error={limit.errorOf("concurrency")}
          />
        </Opening>
      )}
    </section>
  );
}

function Fact({ name, value, rest = "", sign }: { name: ReactNode; value: string; rest?: string; sign?: string }) {
  return (
    <div>
      <dt>
        {sign === undefined ? null : (
          <span className="run-sign" aria-hidden="true">
            {sign}
          </span>
        )}
        {name}
      </dt>
      <dd>
        <b className="n">{value}</b> {rest === "" ? null : <span>{rest}</span>}
      </dd>
    </div>
  );
}
