"use client";

import { BrokenPage } from "#components/shell/broken-page.tsx";

export default function ProjectErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenPage digest={error.digest} retry={reset} />;
}
