"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import { changedOnly } from "./changed-only.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { EstimatorFields, estimatorFieldsOf } from "./estimator-fields.tsx";
import { ReviewFields, reviewFieldsOf } from "./review-fields.tsx";

type Changes = Partial<Record<string, string | number | boolean | null | readonly string[]>>;

/** Saves some settings of the project against the version they were read at. */
function useSaveProject(project: ProjectView) {
  const router = useRouter();
  const version = useRef(project.version);
  const [saved, setSaved] = useState(false);
  const saving = useAct(
    useCallback(
      async (changes: Changes, idempotencyKey: string) => {
        setSaved(false);
        const body = { expectedVersion: version.current, ...changes };
        const answer = await request<{ version: number }>("PATCH", `/projects/${project.slug}`, {
          body,
          idempotencyKey,
        });
        version.current = answer.version;
        setSaved(true);
        announce("Saved");
        router.refresh();
      },
      [project.slug, router],
    ),
  );
  return { ...saving, saved, setVersion: (newer: number) => (version.current = newer) };
}

/** Name, description and policies. */
export function GeneralForm({ project, mayEdit }: { project: ProjectView; mayEdit: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const { act, busy, problem, errorOf, saved, setVersion } = useSaveProject(project);
  const save = () => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    const field = (name: string) => String(fields.get(name) ?? "");
    void act(
      changedOnly(project, {
        name: field("name"),
        description: field("description"),
        overlap: Number(field("overlap")),
        cellTarget: field("cellTarget") === "" ? null : Number(field("cellTarget")),
        ...estimatorFieldsOf(fields),
        ...reviewFieldsOf(fields),
      }),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <fieldset disabled={!mayEdit} className="space-y-4">
        <legend className="unseen">General</legend>
        <TextField
          label="Name"
          name="name"
          defaultValue={project.name}
          required
          maxLength={120}
          error={errorOf("name")}
        />
        <TextField
          label="Address"
          value={project.slug}
          readOnly
          dir="ltr"
          className="font-mono"
          hint="Stands in links and on the command line, so it does not change."
        />
        <TextAreaField
          label="What it is for"
          name="description"
          defaultValue={project.description}
          rows={3}
          maxLength={2000}
          error={errorOf("description")}
        />
        <TextField
          label="People per conversation"
          name="overlap"
          type="number"
          dir="ltr"
          min={1}
          max={9}
          defaultValue={project.overlap}
          className="max-w-24"
          hint="How many must decide before a conversation leaves the queue."
          error={errorOf("overlap")}
        />
        <TextField
          label="Accepted wanted in each cell"
          name="cellTarget"
          type="number"
          dir="ltr"
          min={1}
          max={10_000}
          defaultValue={project.cellTarget ?? ""}
          className="max-w-24"
          hint="How many accepted conversations each culture should have on each topic. The map then shows what is missing; empty for no target."
          error={errorOf("cellTarget")}
        />
        <EstimatorFields settings={project} errorOf={errorOf} />
        <ReviewFields settings={project} />
        <ConflictNote
          problem={problem}
          onKeepMine={(version) => {
            setVersion(version);
            save();
          }}
        />
        {mayEdit ? <SaveButton busy={busy} saved={saved} /> : null}
      </fieldset>
    </form>
  );
}

/** The guideline that annotators read beside their work. */
export function GuidelineForm({ project, mayEdit }: { project: ProjectView; mayEdit: boolean }) {
  const [guideline, setGuideline] = useState(project.guideline);
  const { act, busy, problem, errorOf, saved, setVersion } = useSaveProject(project);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ guideline });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!mayEdit} className="space-y-4">
        <legend className="unseen">Guideline</legend>
        <TextAreaField
          label="Guideline"
          rows={20}
          maxLength={40_000}
          value={guideline}
          onChange={(event) => setGuideline(event.target.value)}
          hint="What to accept, what to reject and why, with examples. Everybody who decides can open it."
          error={errorOf("guideline")}
        />
        <ConflictNote
          problem={problem}
          onKeepMine={(version) => {
            setVersion(version);
            void act({ guideline });
          }}
        />
        {mayEdit ? <SaveButton busy={busy} saved={saved} /> : null}
      </fieldset>
    </form>
  );
}

function SaveButton({ busy, saved }: { busy: boolean; saved: boolean }) {
  return (
    <div className="flex items-center gap-3">
      <Button look="main" type="submit" busy={busy}>
        Save
      </Button>
      {saved && !busy ? <span className="text-12 text-ink-3">Saved</span> : null}
    </div>
  );
}
