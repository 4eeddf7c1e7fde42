import { DoorTitle } from "#components/account/door-title.tsx";
import { nextAddress } from "#components/account/next-address.ts";
import { SignInForm } from "#components/account/sign-in-form.tsx";

export const metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return (
    <>
      <DoorTitle title="Set one stone." />
      <SignInForm next={nextAddress(typeof next === "string" ? next : null)} />
      <p className="mt-8 text-12/4.5 text-ink-3">
        The first account is made through the set-up link that Tessera prints when it starts; all others through an
        invitation from an admin of a project.
      </p>
    </>
  );
}
