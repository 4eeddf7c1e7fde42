"use client";

import { type FormEvent, useCallback } from "react";
import { signIn } from "#components/auth-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";

/** Address and password; a password manager may fill both. */
export function SignInForm({ next }: { next: string }) {
  const { act, busy, problem } = useAct(
    useCallback(
      async ({ email, password }: { email: string; password: string }) => {
        await signIn(email, password);
        window.location.assign(next);
      },
      [next],
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void act({ email: String(form.get("email") ?? ""), password: String(form.get("password") ?? "") });
  };
  return (
    <form className="space-y-4" onSubmit={submit} method="post">
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required dir="ltr" />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required dir="ltr" />
      <ProblemNote problem={problem} />
      <Button look="main" type="submit" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
