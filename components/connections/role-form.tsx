"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { ModelChoice, ModelRole, ModelsView, RoleView } from "#lib/schema/connection.ts";
import { modelRoles } from "#lib/schema/connection-choices.ts";

const words: Record<ModelRole, { title: string; text: string; none: string; pick: string }> = {
  generator: {
    title: "Generators",
    text: "They write conversations. Several that differ say more about a culture than one asked often.",
    none: "None yet. Nothing can be generated.",
    pick: "Add a generator",
  },
  judge: {
    title: "Judges",
    text: "They estimate how typical an answer is. Take others than the generators: models are kind to themselves.",
    none: "None yet. There are no scores by a panel.",
    pick: "Add a judge",
  },
  embedder: {
    title: "Embedder",
    text: "It turns texts into vectors, so that what means the same lies near.",
    none: "None yet. Nearness is told by words alone.",
    pick: "Choose the embedder",
  },
};

/** Which models a project uses, and for what. Each change is kept at once. */
export function RoleForm({
  project,
  models: read,
  mayEdit,
}: {
  project: string;
  models: ModelsView;
  mayEdit: boolean;
}) {
  const router = useRouter();
  // What the last change answered holds until the page has read as much: the next change is made against it.
  const [answered, setAnswered] = useState<ModelsView | null>(null);
  const models = answered !== null && answered.version > read.version ? { ...answered, offered: read.offered } : read;
  const { act, busy, problem } = useAct(
    useCallback(
      async (
        change: { expectedVersion: number } & Partial<Record<ModelRole, ModelChoice[]>>,
        idempotencyKey: string,
      ) => {
        const body = { body: change, idempotencyKey };
        setAnswered(await request<ModelsView>("PATCH", `/projects/${project}/models`, body));
        announce("Saved");
        router.refresh();
      },
      [project, router],
    ),
  );
  const set = (role: ModelRole, chosen: readonly ModelChoice[]) => {
    const plain = chosen.map(({ connection, model }) => ({ connection, model }));
    void act({ expectedVersion: models.version, [role]: plain });
  };
  return (
    <div className="space-y-8">
      {modelRoles.map((role) => {
        const { title, text, none } = words[role];
        return (
          <section key={role} aria-labelledby={`role-${role}`}>
            <h2 id={`role-${role}`} className="text-15">
              {title}
            </h2>
            <p className="mt-1 mb-2 text-ink-3">{text}</p>
            {models[role].length === 0 ? (
              <p className="text-ink-3">{none}</p>
            ) : (
              <ul className="border-t border-edge">
                {models[role].map((each) => (
                  <RoleRow
                    key={`${each.connection} ${each.model}`}
                    chosen={each}
                    onRemove={
                      mayEdit
                        ? () =>
                            set(
                              role,
                              models[role].filter((other) => other !== each),
                            )
                        : null
                    }
                    busy={busy}
                  />
                ))}
              </ul>
            )}
            {mayEdit && models.offered.length > 0 ? (
              <Picker
                role={role}
                models={models}
                busy={busy}
                onPick={(choice) => set(role, role === "embedder" ? [choice] : [...models[role], choice])}
              />
            ) : null}
          </section>
        );
      })}
      <ProblemNote problem={problem} />
    </div>
  );
}

function RoleRow({ chosen, onRemove, busy }: { chosen: RoleView; onRemove: (() => void) | null; busy: boolean }) {
  const { model, connectionName, simulated, trouble } = chosen;
  return (
    <li className="flex min-h-(--row) flex-wrap items-center gap-x-4 border-b border-line">
      <bdi className="min-w-0 flex-1 font-mono [overflow-wrap:anywhere]">{model}</bdi>
      <span className="text-ink-3">
        <bdi>{connectionName}</bdi>
        {simulated ? ", simulated" : null}
      </span>
      {trouble === null ? null : <span className="text-12 text-cinnabar">{trouble}</span>}
      {onRemove === null ? null : (
        <Button look="bare" busy={busy} aria-label={`Remove ${model}`} onClick={onRemove}>
          Remove
        </Button>
      )}
    </li>
  );
}

/** What is not chosen yet, by connection. For the embedder what a test found to embed comes first. */
function Picker({
  role,
  models,
  busy,
  onPick,
}: {
  role: ModelRole;
  models: ModelsView;
  busy: boolean;
  onPick: (choice: ModelChoice) => void;
}) {
  const taken = new Set(models[role].map(({ connection, model }) => `${connection} ${model}`));
  const choices = models.offered.flatMap(({ connection, connectionName, models: names, embeds }) => {
    const first = role === "embedder" ? embeds : [];
    return [...new Set([...first, ...names])]
      .map((model) => ({ connection, model, value: `${connection} ${model}`, label: `${model} by ${connectionName}` }))
      .filter(({ value }) => !taken.has(value));
  });
  if (choices.length === 0)
    return (
      <p className="mt-2 text-12 text-ink-3">
        No further model is known. The owner tests a connection to learn its models.
      </p>
    );
  return (
    <SelectField
      fieldClassName="mt-3 max-w-[420px]"
      label={words[role].pick}
      value=""
      disabled={busy}
      options={[{ value: "", label: "Choose a model" }, ...choices]}
      onChange={(event) => {
        const choice = choices.find(({ value }) => value === event.target.value);
        if (choice) onPick({ connection: choice.connection, model: choice.model });
      }}
    />
  );
}
