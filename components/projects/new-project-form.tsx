"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { CreateProjectInput, ProjectView } from "#lib/schema/project.ts";
import { slugOf } from "./slug-of.ts";

/** Name, address and a sentence; the address follows the name until it is written by hand. */
export function NewProjectForm() {
  const router = useRouter();
  const [name, setName] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  const { act, busy, problem, errorOf } = useAct(
    useCallback(
      async (body: CreateProjectInput, idempotencyKey: string) => {
        const project = await request<ProjectView>("POST", "/projects", { body, idempotencyKey });
        router.push(`/projects/${project.slug}`);
        router.refresh();
      },
      [router],
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void act({ name, slug: slug ?? slugOf(name), description: String(form.get("description") ?? "") });
  };
  return (
    <form className="max-w-[640px] space-y-4" onSubmit={submit}>
      <TextField
        label="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        maxLength={120}
        error={errorOf("name")}
      />
      <TextField
        label="Address"
        dir="ltr"
        className="font-mono"
        value={slug ?? slugOf(name)}
        onChange={(event) => setSlug(event.target.value)}
        required
        minLength={2}
        maxLength={64}
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        hint="Stands in links and on the command line: lower-case letters, digits and single hyphens. It does not change later."
        error={errorOf("slug")}
      />
      <TextAreaField
        label="What it is for"
        name="description"
        rows={3}
        maxLength={2000}
        hint="One or two sentences for those who join."
        error={errorOf("description")}
      />
      <ProblemNote problem={problem} />
      <div className="flex gap-2">
        <Button look="main" type="submit" busy={busy}>
          Make the project
        </Button>
        <ButtonLink href="/projects" look="bare">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
