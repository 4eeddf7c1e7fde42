"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { RoleView } from "#lib/schema/connection.ts";
import type { RunView } from "#lib/schema/run.ts";
import { askTrouble, questionsIn, startWords, toNumber } from "./ask-form.ts";
import type { RunCulture } from "./run-board.tsx";
import "./runs.css";

const all = "all";

/** Questions by cultures: what will be asked, how often, and for how much at most; then a run. */
export function NewRun({
  project,
  cultures,
  generators,
}: {
  project: string;
  cultures: readonly RunCulture[];
  generators: readonly RoleView[];
}) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [variants, setVariants] = useState("1");
  const [budget, setBudget] = useState("2");
  const [maxCalls, setMaxCalls] = useState("");
  const [model, setModel] = useState(all);
  const { act, busy, problem, errorOf } = useAct(
    useCallback(
      async (body: Record<string, unknown>, idempotencyKey: string) => {
        const run = await request<RunView>("POST", `/projects/${project}/runs`, { body, idempotencyKey });
        router.push(`/projects/${project}/runs/${run.id}`);
        // The rail tells of runs under way.
        router.refresh();
      },
      [project, router],
    ),
  );
  const questions = questionsIn(text);
  const plan = {
    questions: questions.length,
    cultures: chosen.size,
    variants: toNumber(variants) ?? 1,
    budget: toNumber(budget),
    maxCalls: toNumber(maxCalls),
  };
  const trouble = askTrouble(plan);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (trouble !== null) return;
    const fields = new FormData(event.currentTarget);
    const codes = cultures.filter(({ code }) => chosen.has(code)).map(({ code }) => code);
    const generator = generators.find((each) => keyOf(each) === model);
    void act({
      method: "ask",
      title: `${plural(questions.length, "question")} × ${plural(codes.length, "culture")}`,
      options: {
        questions: questions.map((question) => ({ text: question })),
        cultures: codes,
        variants: plan.variants,
      },
      seed: toNumber(String(fields.get("seed") ?? "")) ?? 1,
      ...(generator === undefined
        ? {}
        : { models: { generator: [{ connection: generator.connection, model: generator.model }] } }),
      budget: plan.budget,
      maxCalls: plan.maxCalls,
      trial: fields.has("trial"),
    });
  };
  const every = chosen.size === cultures.length;
  return (
    <form onSubmit={submit} className="max-w-[640px] space-y-5" aria-labelledby="new-run">
      <div>
        <h2 id="new-run" className="text-15">
          Ask each question for each culture
        </h2>
        <p className="text-ink-3">Each answer becomes a conversation; those of one question are siblings.</p>
      </div>
      <TextAreaField
        label="Questions, one a line"
        name="questions"
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        hint={questions.length === 0 ? "Empty lines are left out." : plural(questions.length, "question")}
        error={errorOf("options.questions")}
      />
      <fieldset>
        <legend className="mb-1 text-12 text-ink-2">
          Cultures, {formatCount(chosen.size)} of {formatCount(cultures.length)}
        </legend>
        <div className="run-cultures">
          {cultures.map(({ code, name }) => (
            <label key={code}>
              <input
                type="checkbox"
                className="checkbox"
                checked={chosen.has(code)}
                onChange={() => setChosen(toggled(chosen, code))}
              />
              <bdi>{name}</bdi>
            </label>
          ))}
        </div>
        <Button
          look="bare"
          className="mt-1"
          onClick={() => setChosen(new Set(every ? [] : cultures.map(({ code }) => code)))}
        >
          {every ? "None" : `All ${formatCount(cultures.length)}`}
        </Button>
      </fieldset>
      <div className="run-fields">
        <TextField
          label="Answers to each"
          inputMode="numeric"
          value={variants}
          onChange={(event) => setVariants(event.target.value)}
          error={errorOf("options.variants")}
        />
        <SelectField
          label="Model"
          value={model}
          onChange={(event) => setModel(event.target.value)}
          options={[
            {
              value: all,
              label:
                generators.length === 1 ? labelOf(generators[0]) : `All ${formatCount(generators.length)} generators`,
            },
            ...(generators.length === 1
              ? []
              : generators.map((each) => ({ value: keyOf(each), label: labelOf(each) }))),
          ]}
        />
        <TextField
          label="Budget in dollars"
          inputMode="decimal"
          value={budget}
          onChange={(event) => setBudget(event.target.value)}
          hint="It pauses before it spends more. Empty for no limit."
          error={errorOf("budget")}
        />
        <TextField
          label="Calls at most"
          inputMode="numeric"
          value={maxCalls}
          onChange={(event) => setMaxCalls(event.target.value)}
          hint="Empty for no limit."
          error={errorOf("maxCalls")}
        />
        <TextField
          label="Seed"
          name="seed"
          inputMode="numeric"
          defaultValue="1"
          hint="The same seed plans the same."
          error={errorOf("seed")}
        />
      </div>
      <CheckField
        name="trial"
        label="Try three first"
        hint="Then it waits: look at what came of them and what they cost, and go on or cancel."
      />
      <ProblemNote problem={problem} />
      {trouble === null ? null : (
        <p className="text-ink-2" id="ask-trouble">
          {trouble}
        </p>
      )}
      <Button
        look="main"
        type="submit"
        busy={busy}
        disabled={trouble !== null}
        aria-describedby={trouble === null ? undefined : "ask-trouble"}
      >
        {startWords(plan)}
      </Button>
    </form>
  );
}

const keyOf = ({ connection, model }: RoleView) => `${connection} ${model}`;

function labelOf(generator: RoleView | undefined): string {
  return generator === undefined ? "" : `${generator.model} by ${generator.connectionName}`;
}

function toggled(set: ReadonlySet<string>, code: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(code)) next.add(code);
  return next;
}
