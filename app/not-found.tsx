import { PlainNotice } from "#components/shell/plain-notice.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1}>
      <PlainNotice
        heading="h1"
        title="There is nothing here"
        action={
          // No link of Next.js: every page carries the scripts of this one, and this one so has none.
          <a className="button main" href="/projects">
            To the projects
          </a>
        }
      >
        The address leads nowhere, the project was removed, or you have no part in it. A removed project waits below the
        list of its admin; whether you are in a project, tells who sent you the address.
      </PlainNotice>
    </main>
  );
}
