"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { Day } from "#components/ui/day.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { oneOf, projectRoles } from "#lib/schema/choices.ts";
import type { InvitationView } from "#lib/schema/member.ts";
import { roleWords } from "./role-words.ts";

const roles = projectRoles.map((value) => ({
  value,
  label: `${roleWords[value].name}: ${roleWords[value].may}`,
}));

/** Makes invitation links and lists those that still open. */
export function Invitations({ project, invitations }: { project: string; invitations: readonly InvitationView[] }) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const inviting = useAct(
    useCallback(
      async (body: { role: ProjectRole; email: string | null }, idempotencyKey: string) => {
        const made = await request<InvitationView & { link: string }>("POST", `/projects/${project}/invitations`, {
          body,
          idempotencyKey,
        });
        setLink(new URL(made.link, window.location.origin).href);
        router.refresh();
      },
      [project, router],
    ),
  );
  const revoking = useAct(
    useCallback(
      async (id: string, idempotencyKey: string) => {
        await request("DELETE", `/projects/${project}/invitations/${id}`, { idempotencyKey });
        router.refresh();
      },
      [project, router],
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    void inviting.act({ role: oneOf(projectRoles, form.get("role")) ?? "viewer", email: email === "" ? null : email });
  };
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className="mb-2 text-15">
        Invitations
      </h2>
      <form className="grid items-start gap-3 small:grid-cols-[1fr_1fr_auto]" onSubmit={submit}>
        <SelectField
          label="Role"
          name="role"
          defaultValue="annotator"
          options={roles}
          error={inviting.errorOf("role")}
        />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          dir="ltr"
          hint="If given, the link opens for this address only."
          error={inviting.errorOf("email")}
        />
        <Button type="submit" className="small:mt-5" busy={inviting.busy}>
          Make a link
        </Button>
      </form>
      <div className="mt-3 space-y-3">
        <ProblemNote problem={inviting.problem ?? revoking.problem} />
        {link === null ? null : <ShownOnce label="Send this link; it opens once, within seven days." value={link} />}
      </div>
      {invitations.length === 0 ? null : (
        <ul className="mt-3 border-t border-edge">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="flex min-h-(--row) flex-wrap items-center gap-x-4 border-b border-line">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {roleWords[invitation.role].name}, for {invitation.email ?? "whoever has the link"}
              </span>
              <span className="text-ink-3">
                until <Day at={invitation.expiresAt} />
              </span>
              <Button
                look="bare"
                busy={revoking.busy}
                aria-label={`Revoke the invitation for ${invitation.email ?? roleWords[invitation.role].article}`}
                onClick={() => void revoking.act(invitation.id)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
