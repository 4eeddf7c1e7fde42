"use client";

import { BrokenPage } from "#components/shell/broken-page.tsx";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" tabIndex={-1}>
      <BrokenPage digest={error.digest} retry={reset} />
    </main>
  );
}
