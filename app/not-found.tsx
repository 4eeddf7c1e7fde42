import { PlainPage } from "#components/shell/plain-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1}>
      <PlainPage
        alone
        title="There is nothing here"
        action={
          <ButtonLink href="/projects" look="main">
            To the projects
          </ButtonLink>
        }
      >
        The address leads nowhere, the project was removed, or you have no part in it. A removed project waits below the
        list of its admin; whether you are in a project, tells who sent you the address.
      </PlainPage>
    </main>
  );
}
