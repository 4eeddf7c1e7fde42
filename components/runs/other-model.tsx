"use client";

import { useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { ModelChoice, ModelsView } from "#lib/schema/connection.ts";
import { otherModels } from "./other-models.ts";

/** Asks another model what came to nothing: the button, then which model, then it goes. */
export function OtherModel({
  project,
  what,
  look,
  busy,
  onPick,
}: {
  project: string;
  /** What would be asked, as the end of a sentence. */
  what: string;
  look: "plain" | "bare";
  busy: boolean;
  onPick: (model: ModelChoice) => void;
}) {
  const [models, setModels] = useState<ModelsView | null>(null);
  const [chosen, setChosen] = useState("0");
  const load = useAct(async () => setModels(await request<ModelsView>("GET", `/projects/${project}/models`)));
  if (models === null)
    return (
      <>
        <Button look={look} busy={load.busy} aria-label={`Ask another model ${what}`} onClick={() => void load.act({})}>
          Ask another model
        </Button>
        <ProblemNote problem={load.problem} />
      </>
    );
  const choices = otherModels(models);
  if (choices.length === 0) return <p className="text-ink-3">No model has a role in this project.</p>;
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const choice = choices[Number(chosen)];
        if (choice === undefined) return;
        setModels(null);
        onPick(choice.model);
      }}
    >
      <SelectField
        label="Model to ask"
        value={chosen}
        autoFocus
        onChange={(event) => setChosen(event.target.value)}
        options={choices.map(({ label }, at) => ({ value: String(at), label }))}
      />
      <Button type="submit" busy={busy} aria-label={`Ask this model ${what}`}>
        Ask this model
      </Button>
      <Button look="bare" onClick={() => setModels(null)}>
        Leave it
      </Button>
    </form>
  );
}
