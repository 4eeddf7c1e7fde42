"use client";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";

const told = "tessera.find-hint";

/** Said once, when the browser's own search is opened: it sees only the rows that are drawn. */
export function FindHint() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== "KeyF") return;
      if (localStorage.getItem(told) !== null) return;
      localStorage.setItem(told, "1");
      setShown(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  if (!shown) return null;
  return (
    <div className="browse-trouble">
      <Note role="status">
        Your browser looks through the rows in sight only. To look through all of them, press / and search here.{" "}
        <Button look="bare" onClick={() => setShown(false)}>
          Close
        </Button>
      </Note>
    </div>
  );
}
