import Link from "next/link";
import { DoorTitle } from "#components/account/door-title.tsx";
import { JoinButton } from "#components/account/join-button.tsx";
import { NewAccountForm } from "#components/account/new-account-form.tsx";
import { roleWords } from "#components/team/role-words.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { findVisitor, read } from "#lib/door/read.ts";
import { findInvitation } from "#lib/services/invitations.ts";

export const metadata = { title: "Invitation" };

export default async function InvitationPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const found = typeof token === "string" && token !== "" ? await read(findInvitation, { token }) : null;
  if (found === null || !found.valid || found.kind !== "invitation" || typeof token !== "string") {
    return (
      <>
        <DoorTitle title="This link does not open">
          It was used, revoked, or has run out. Ask who sent it for a new one.
        </DoorTitle>
        <ButtonLink href="/sign-in">Sign in</ButtonLink>
      </>
    );
  }
  const actor = await findVisitor();
  return (
    <>
      <DoorTitle title="You are invited">
        {found.project === null ? (
          "To this Tessera."
        ) : (
          <>
            To <bdi className="font-medium text-ink">{found.project.name}</bdi>
            {found.role === null ? "." : `, as ${roleWords[found.role].article}: ${roleWords[found.role].may}.`}
          </>
        )}
      </DoorTitle>
      {actor?.kind === "person" ? (
        <JoinButton token={token} name={actor.name} />
      ) : (
        <>
          <NewAccountForm through="invitation" token={token} email={found.email} button="Join" />
          <p className="mt-8 text-12/4.5 text-ink-3">
            With an account already,{" "}
            <Link href={`/sign-in?next=${encodeURIComponent(`/invitation?token=${token}`)}`} prefetch={false}>
              sign in first
            </Link>
            ; then you join under it.
          </p>
        </>
      )}
    </>
  );
}
