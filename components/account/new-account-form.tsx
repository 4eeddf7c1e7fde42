"use client";

import { type FormEvent, useCallback } from "react";
import { request } from "#components/api-client.ts";
import { signIn } from "#components/auth-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";

interface NewAccountFormProps {
  /** Through which link the account is made. */
  through: "set-up" | "invitation";
  token: string;
  /** The address an invitation was meant for. */
  email?: string | null;
  button: string;
}

interface NewAccount {
  name: string;
  email: string;
  password: string;
}

/** Makes an account through a one-time link, signs in, and goes to the work. */
export function NewAccountForm({ through, token, email, button }: NewAccountFormProps) {
  const { act, busy, problem, errorOf } = useAct(
    useCallback(
      async (account: NewAccount, idempotencyKey: string) => {
        const options = { body: { token, ...account }, idempotencyKey };
        let address = "/projects";
        if (through === "set-up") await request("POST", "/setup", options);
        else {
          const { project } = await request<{ project: string | null }>("POST", "/invitations/accept", options);
          if (project !== null) address = `/projects/${encodeURIComponent(project)}`;
        }
        await signIn(account.email, account.password);
        window.location.assign(address);
      },
      [through, token],
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    void act({ name: field("name"), email: field("email"), password: field("password") });
  };
  return (
    <form className="space-y-4" onSubmit={submit} method="post">
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        hint="Shown beside your decisions."
        required
        maxLength={80}
        error={errorOf("name")}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email ?? ""}
        required
        dir="ltr"
        error={errorOf("email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 8 characters. A sentence is easier to keep than a riddle."
        required
        minLength={8}
        maxLength={128}
        dir="ltr"
        error={errorOf("password")}
      />
      <ProblemNote problem={problem} />
      <Button look="main" type="submit" busy={busy}>
        {button}
      </Button>
    </form>
  );
}
