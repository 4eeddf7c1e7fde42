import { PlainPage } from "#components/shell/plain-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export default function NotFoundInProject() {
  return (
    <PlainPage
      title="There is nothing here"
      action={
        <ButtonLink href="/projects" look="main">
          To the projects
        </ButtonLink>
      }
    >
      It was deleted, never was, or your role in this project does not open it.
    </PlainPage>
  );
}
