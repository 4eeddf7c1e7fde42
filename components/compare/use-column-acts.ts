"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import type { Outcome } from "#components/outbox/outbox.ts";
import type { Act, Entry, Remarks } from "#components/outbox/outbox-state.ts";
import { useOutbox } from "#components/outbox/use-outbox.ts";
import { decideAct } from "#components/triage/outbox-acts.ts";
import { decisionWords } from "#components/triage/words.ts";
import { announce, announceBeside } from "#components/ui/announce.ts";
import type { AskedName, PreferenceKind } from "#lib/schema/compare-choices.ts";
import type { ComparedAnswer, Judgement, PairShown } from "#lib/schema/comparison.ts";
import type { DecisionKind, RejectReason } from "#lib/schema/decision.ts";

/** What acts of this page have made of an answer since it was read. */
type Change = Partial<Pick<ComparedAnswer, "status" | "flagged" | "version" | "decidedByMe">>;

/** A pair in the order shown, and what was said of it. */
export interface PairVerdict {
  question: string;
  asked: AskedName;
  first: ComparedAnswer;
  second: ComparedAnswer;
  preferred: PreferenceKind;
  shown: PairShown;
}

type Done =
  | { kind: "decision"; key: string; answer: string; before: Change }
  | { kind: "judgement"; judged: Promise<Judgement | null> };

export interface ColumnActsInput {
  project: string;
  base: string;
  person: string;
  /** Judgements have changed, by this page. */
  onJudged: () => void;
}

/** The acts on columns and pairs: shown at once, and taken back in turn by one key. Decisions go out by the outbox. */
export function useColumnActs({ project, base, person, onJudged }: ColumnActsInput) {
  const { outbox, state: box } = useOutbox(person);
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map());
  const [trouble, setTrouble] = useState<string | null>(null);
  const done = useRef<Done[]>([]);
  const change = (id: string, next: Change) => setChanges((now) => new Map(now).set(id, { ...now.get(id), ...next }));

  const hear = useEffectEvent((outcome: Outcome) => {
    if (outcome.kind === "written") {
      const { conversation, status, flagged, version } = outcome.written;
      change(conversation, { status, flagged, version });
      return;
    }
    // A comment written elsewhere goes through here too.
    if (outcome.kind === "turned" || outcome.kind === "commented") return;
    if (outcome.entry.act.kind === "undo") setTrouble("This was changed since, so it was not taken back.");
    announceBeside(
      outcome.kind === "conflict"
        ? "Somebody changed this meanwhile. It needs you."
        : "One act was not saved. It needs you.",
    );
  });
  useEffect(() => outbox?.onOutcome((outcome) => hear(outcome)), [outbox]);

  function decide(answer: ComparedAnswer, decision: DecisionKind, reason: RejectReason | null, remarks: Remarks): void {
    if (outbox === null) return;
    const { id, status, flagged, decidedByMe } = answer;
    const next: Change = {};
    if (decision === "accept") next.status = "accepted";
    if (decision === "reject") next.status = "rejected";
    if (decision === "flag") next.flagged = !flagged;
    else next.decidedByMe = true;
    const act = decideAct(answer, { decision, reason, remarks });
    setTrouble(null);
    done.current.push({
      kind: "decision",
      key: outbox.put(project, act),
      answer: id,
      before: { status, flagged, decidedByMe },
    });
    change(id, next);
    announce(decision === "flag" && flagged ? "Flag taken off." : decisionWords[decision]);
  }

  function judge({ question, asked, first, second, preferred, shown }: PairVerdict): void {
    setTrouble(null);
    const side = ({ id, headRevision }: ComparedAnswer) => ({ id, revision: headRevision });
    const judged = request<Judgement>("POST", `${base}/judgements`, {
      body: { question, asked, first: side(first), second: side(second), preferred, shown },
    }).then(
      (judgement) => {
        onJudged();
        return judgement;
      },
      (error: unknown) => {
        setTrouble(`The judgement was not saved. ${error instanceof Error ? error.message : String(error)}`);
        onJudged();
        return null;
      },
    );
    done.current.push({ kind: "judgement", judged });
    announce(judgedWords[preferred]);
  }

  /** Takes the newest act of this page back. Tells what it was about; null when there is none. */
  function undo(): { answer: string } | "judgement" | null {
    const last = done.current.pop();
    if (last === undefined) return null;
    if (last.kind === "judgement") {
      void last.judged.then(async (judgement) => {
        if (judgement === null) return;
        await request("POST", `${base}/judgements/${judgement.id}/withdraw`, { body: {} }).catch((error: unknown) =>
          setTrouble(error instanceof Error ? error.message : String(error)),
        );
        onJudged();
        announce("Judgement taken back.");
      });
      return "judgement";
    }
    if (outbox === null) return null;
    if (!outbox.takeBack(last.key)) outbox.put(project, { kind: "undo", direction: "undo", event: null, of: last.key });
    change(last.answer, last.before);
    announce("Undone.");
    return { answer: last.answer };
  }

  const solve = (entry: Entry, mine: boolean, act?: Act) => {
    if (mine) outbox?.keepMine(entry.key, act);
    else outbox?.keepTheirs(entry.key);
  };
  /** What was read anew holds what the changes told. */
  const forget = () => setChanges(new Map());
  return { box, trouble, changes, decide, judge, undo, solve, forget };
}
/** An answer as the acts of this page have left it. */
export function withChanges(answer: ComparedAnswer, changes: ReadonlyMap<string, Change>): ComparedAnswer {
  const next = changes.get(answer.id);
  return next === undefined ? answer : { ...answer, ...next };
}

const judgedWords: Record<PreferenceKind, string> = { first: "A.", second: "B.", both: "Both.", neither: "Neither." };
