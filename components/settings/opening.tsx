"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** A button that opens into a small form; Escape closes it. `save` tells whether it went through. */
export function Opening({
  button,
  label,
  children,
  save,
  busy,
  submit,
}: {
  button: string;
  label?: string;
  children: ReactNode;
  save: (fields: FormData) => Promise<boolean>;
  busy: boolean;
  submit: string;
}) {
  const [open, setOpen] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await save(new FormData(event.currentTarget))) setOpen(false);
  };
  if (!open) {
    return (
      <Button look="bare" aria-label={label} aria-expanded="false" onClick={() => setOpen(true)}>
        {button}
      </Button>
    );
  }
  return (
    <form
      className="my-2 w-full basis-full space-y-3 border border-line bg-raised p-3"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) setOpen(false);
      }}
      ref={(form) => {
        const first = form?.querySelector("input, select, textarea");
        if (first instanceof HTMLElement && !form?.contains(document.activeElement)) first.focus();
      }}
    >
      {children}
      <div className="flex gap-2">
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
        <Button look="bare" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
