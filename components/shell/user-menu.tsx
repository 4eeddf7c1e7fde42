"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { signOut } from "#components/auth-client.ts";
import { draftsOf } from "#components/outbox/drafts.ts";
import { useOutbox } from "#components/outbox/use-outbox.ts";
import { Icon } from "#components/ui/icon.tsx";
import { plural } from "#components/ui/plural.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import type { ShellPerson } from "./shell-props.ts";
import { setDensity, setHiddenCharacters, setTheme, useLook } from "./use-look.ts";

/** Who is signed in, how the pages look to them, and the way out. */
export default function UserMenu({ person }: { person: ShellPerson }) {
  const { theme, density, hiddenCharacters } = useLook();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { outbox, state } = useOutbox(person.id);
  const waiting = state.entries.length;
  /** Whether the person was asked about what is not sent; once is enough. */
  const [asked, setAsked] = useState(false);
  const unsent = asked && waiting > 0 ? waiting : null;

  const leave = async () => {
    if (waiting > 0 && !asked) {
      setAsked(true);
      return;
    }
    try {
      await signOut();
      await outbox?.clear();
      await draftsOf(person.id).clear();
      window.location.assign("/sign-in");
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <>
      <div className="px-4 pb-1">
        <p className="font-medium" dir="auto">
          {person.name}
        </p>
        {person.email === null ? null : <p className="truncate text-12 text-ink-3">{person.email}</p>}
      </div>
      <hr />
      <div className="space-y-2 px-4 py-1">
        <Segmented
          label="Theme"
          value={theme}
          onChange={setTheme}
          options={[
            { value: "system", label: "System" },
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ]}
        />
        <Segmented
          label="Density"
          value={density}
          onChange={setDensity}
          options={[
            { value: "comfortable", label: "Comfortable" },
            { value: "compact", label: "Compact" },
          ]}
        />
        <Segmented
          label="Hidden characters"
          value={hiddenCharacters}
          onChange={setHiddenCharacters}
          options={[
            { value: "named", label: "In boxes" },
            { value: "written", label: "As written" },
          ]}
        />
      </div>
      <hr />
      <button type="button" className="go" onClick={leave}>
        <Icon of={LogOut} />
        {unsent === null ? "Sign out" : "Sign out all the same"}
      </button>
      {unsent === null ? null : (
        <p role="alert" className="px-4 text-12 text-cinnabar">
          {plural(unsent, "decision")} not sent yet would be lost. Connect again and they go out by themselves.
        </p>
      )}
      {trouble === null ? null : (
        <p role="alert" className="px-4 text-12 text-cinnabar">
          {trouble}
        </p>
      )}
    </>
  );
}
