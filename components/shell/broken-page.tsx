"use client";

import { Button } from "#components/ui/button.tsx";
import { PlainPage } from "./plain-page.tsx";

/** A page that could not be drawn: what is stored is untouched, and one may try again. */
export function BrokenPage({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  return (
    <PlainPage
      title="This page broke"
      action={
        <Button look="main" onClick={retry}>
          Try again
        </Button>
      }
    >
      Nothing you saved is lost. If it breaks again, the log of the studio says why
      {digest === undefined ? (
        "."
      ) : (
        <>
          , under <code className="mono">{digest}</code>.
        </>
      )}
    </PlainPage>
  );
}
