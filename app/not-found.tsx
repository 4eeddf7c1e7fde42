import { PlainPage } from "#components/shell/plain-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1}>
      <PlainPage
        title="There is nothing here"
        action={
          <ButtonLink href="/projects" look="main">
            To the projects
          </ButtonLink>
        }
      >
        The address leads nowhere, or to something you have no part in. Ask who sent it whether you are in the project.
      </PlainPage>
    </main>
  );
}
