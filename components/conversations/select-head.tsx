"use client";
import { useEffect, useRef } from "react";
import { plural } from "#components/ui/plural.ts";

/** The box in the head: all rows that are loaded. */
export function SelectHead({
  state,
  loaded,
  onAll,
}: {
  state: "none" | "some" | "all";
  loaded: number;
  onAll: (selected: boolean) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === "some";
  }, [state]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="checkbox"
      aria-label={`Select the ${plural(loaded, "loaded row")}`}
      checked={state === "all"}
      onChange={() => onAll(state !== "all")}
    />
  );
}
