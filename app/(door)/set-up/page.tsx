import { DoorTitle } from "#components/account/door-title.tsx";
import { NewAccountForm } from "#components/account/new-account-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export const metadata = { title: "Set up" };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") {
    return (
      <>
        <DoorTitle title="The link is not whole">
          Copy the set-up link from where Tessera was started, up to its last character. It is printed while nobody has
          an account.
        </DoorTitle>
        <ButtonLink href="/sign-in">Sign in instead</ButtonLink>
      </>
    );
  }
  return (
    <>
      <DoorTitle title="The first account">
        It owns this Tessera: it sees every project and invites everybody else.
      </DoorTitle>
      <NewAccountForm through="set-up" token={token} button="Make the account" />
    </>
  );
}
