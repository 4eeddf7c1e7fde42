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
import type { TokenView } from "#lib/schema/member.ts";
import { roleWords } from "./role-words.ts";

const roles = projectRoles.map((value) => ({ value, label: roleWords[value].name }));

/** Tokens for scripts: each of one project and one role, revocable. */
export function Tokens({ project, tokens }: { project: string; tokens: readonly TokenView[] }) {
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const making = useAct(
    useCallback(
      async (body: { name: string; role: ProjectRole }, idempotencyKey: string) => {
        const made = await request<TokenView & { token: string }>("POST", `/projects/${project}/tokens`, {
          body,
          idempotencyKey,
        });
        setSecret(made.token);
        router.refresh();
      },
      [project, router],
    ),
  );
  const revoking = useAct(
    useCallback(
      async (id: string, idempotencyKey: string) => {
        await request("DELETE", `/projects/${project}/tokens/${id}`, { idempotencyKey });
        router.refresh();
      },
      [project, router],
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void making.act({ name: String(form.get("name") ?? ""), role: oneOf(projectRoles, form.get("role")) ?? "viewer" });
  };
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens" className="mb-1 text-15">
        Tokens
      </h2>
      <p className="mb-3 text-ink-3">
        For scripts that use the API. A token works in this project only and never exceeds your own role.
      </p>
      <form className="grid items-start gap-3 small:grid-cols-[1fr_1fr_auto]" onSubmit={submit}>
        <TextField
          label="Name"
          name="name"
          required
          maxLength={80}
          hint="What will use it."
          error={making.errorOf("name")}
        />
        <SelectField label="Role" name="role" defaultValue="viewer" options={roles} error={making.errorOf("role")} />
        <Button type="submit" className="small:mt-5" busy={making.busy}>
          Make a token
        </Button>
      </form>
      <div className="mt-3 space-y-3">
        <ProblemNote problem={making.problem ?? revoking.problem} />
        {secret === null ? null : <ShownOnce label="Give this token to the script." value={secret} />}
      </div>
      {tokens.length === 0 ? null : (
        <ul className="mt-3 border-t border-edge">
          {tokens.map((token) => (
            <li key={token.id} className="flex min-h-(--row) flex-wrap items-center gap-x-4 border-b border-line">
              <bdi className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{token.name}</bdi>
              <span>{roleWords[token.role].name}</span>
              <span className="text-ink-3">
                {token.lastUsedAt === null ? (
                  "never used"
                ) : (
                  <>
                    used <Day at={token.lastUsedAt} />
                  </>
                )}
              </span>
              <Button
                look="bare"
                busy={revoking.busy}
                aria-label={`Revoke ${token.name}`}
                onClick={() => void revoking.act(token.id)}
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
