"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useRef } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { CultureView } from "#lib/schema/project.ts";
import { changedOnly } from "./changed-only.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { listOf } from "./list-text.ts";

type CultureFields = Record<string, string | string[]>;

/** One entry of the registry: changed, or made when there is none yet. An entry no conversation uses can be deleted. */
export function CultureForm({
  project,
  culture,
  mayEdit,
}: {
  project: string;
  culture: CultureView | null;
  mayEdit: boolean;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const version = useRef(culture?.version ?? 0);
  const back = `/projects/${project}/settings?section=cultures`;
  const path = `/projects/${project}/cultures`;

  const saving = useAct(
    useCallback(
      async (fields: CultureFields, idempotencyKey: string) => {
        if (culture === null) await request("POST", path, { body: fields, idempotencyKey });
        else {
          const body = { expectedVersion: version.current, ...changedOnly(culture, fields) };
          await request("PATCH", `${path}/${culture.id}`, { body, idempotencyKey });
        }
        router.push(back);
        router.refresh();
      },
      [culture, path, back, router],
    ),
  );
  const deleting = useAct(
    useCallback(
      async (id: string, idempotencyKey: string) => {
        await request("DELETE", `${path}/${id}`, { idempotencyKey });
        router.push(back);
        router.refresh();
      },
      [path, back, router],
    ),
  );
  const { errorOf } = saving;
  const save = () => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    const text = (name: string) => String(fields.get(name) ?? "").trim();
    void saving.act({
      ...(culture === null ? { code: text("code") } : {}),
      name: text("name"),
      endonym: text("endonym"),
      demonym: text("demonym"),
      ownDemonym: text("ownDemonym"),
      kind: text("kind"),
      zone: text("zone"),
      languages: listOf(text("languages")),
      aliases: listOf(text("aliases")),
      neighbours: listOf(text("neighbours")),
      maskedWords: listOf(text("maskedWords")),
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const own = culture?.languages[0];
  return (
    <form ref={form} onSubmit={submit}>
      <h2 className="mb-4 text-15">{culture === null ? "Add a culture" : culture.name}</h2>
      <fieldset disabled={!mayEdit} className="space-y-4">
        <legend className="unseen">Entry of the registry</legend>
        <div className="grid gap-4 small:grid-cols-2">
          <TextField
            label="Name"
            name="name"
            defaultValue={culture?.name}
            required
            maxLength={120}
            error={errorOf("name")}
          />
          <TextField
            label="Name in its own script"
            name="endonym"
            lang={own}
            defaultValue={culture?.endonym}
            required
            maxLength={120}
            error={errorOf("endonym")}
          />
          <TextField
            label="Demonym"
            name="demonym"
            defaultValue={culture?.demonym}
            required
            maxLength={120}
            hint="Masked before distinctiveness is computed."
            error={errorOf("demonym")}
          />
          <TextField
            label="Demonym in its own script"
            name="ownDemonym"
            lang={own}
            defaultValue={culture?.ownDemonym}
            required
            maxLength={120}
            error={errorOf("ownDemonym")}
          />
          <TextField
            label="Code"
            name="code"
            dir="ltr"
            className="font-mono"
            defaultValue={culture?.code}
            readOnly={culture !== null}
            required
            maxLength={40}
            hint={
              culture === null ? "Such as jp, in-as or kurdish." : "Stands in files and links, so it does not change."
            }
            error={errorOf("code")}
          />
          <SelectField
            label="Kind"
            name="kind"
            defaultValue={culture?.kind ?? "country"}
            options={[
              { value: "country", label: "Country" },
              { value: "region", label: "Region" },
              { value: "community", label: "Community" },
              { value: "language-area", label: "Language area" },
            ]}
            error={errorOf("kind")}
          />
          <TextField
            label="Zone"
            name="zone"
            defaultValue={culture?.zone}
            required
            maxLength={120}
            error={errorOf("zone")}
          />
          <TextField
            label="Languages"
            name="languages"
            dir="ltr"
            className="font-mono"
            defaultValue={culture?.languages.join(", ")}
            required
            hint="Tags such as ur, zh-Hant; the most used first."
            error={errorOf("languages")}
          />
          <TextAreaField
            label="Aliases"
            name="aliases"
            defaultValue={culture?.aliases.join("\n")}
            hint="Other names under which imports mention it, one a line."
            error={errorOf("aliases")}
          />
          <TextAreaField
            label="Masked words"
            name="maskedWords"
            defaultValue={culture?.maskedWords.join("\n")}
            hint="Cities, currency and the like that would give it away, one a line."
            error={errorOf("maskedWords")}
          />
          <TextField
            label="Neighbours"
            name="neighbours"
            dir="ltr"
            className="font-mono"
            defaultValue={culture?.neighbours.join(", ")}
            hint="Codes of those it is most easily confused with."
            error={errorOf("neighbours")}
          />
        </div>
        <ConflictNote
          problem={saving.problem}
          onKeepMine={(newer) => {
            version.current = newer;
            save();
          }}
        />
        <ProblemNote problem={deleting.problem} />
        <div className="flex flex-wrap gap-2">
          {mayEdit ? (
            <Button look="main" type="submit" busy={saving.busy}>
              {culture === null ? "Add" : "Save"}
            </Button>
          ) : null}
          <ButtonLink href={back} look="bare">
            Back to the registry
          </ButtonLink>
          {mayEdit && culture !== null && culture.conversations === 0 ? (
            <Button className="ms-auto" busy={deleting.busy} onClick={() => void deleting.act(culture.id)}>
              Delete this entry
            </Button>
          ) : null}
        </div>
      </fieldset>
    </form>
  );
}
