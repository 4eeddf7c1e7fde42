"use client";
import { useEffect, useState } from "react";

/** A value kept for as long as this tab is open; `initial` until it is read, so that the server draws the same. */
export function useSessionValue<Value extends string>(
  name: string,
  choices: readonly Value[],
  initial: Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const kept = sessionStorage.getItem(name);
    const known = choices.find((choice) => choice === kept);
    if (known !== undefined) setValue(known);
  }, [name, choices]);
  return [
    value,
    (next) => {
      setValue(next);
      sessionStorage.setItem(name, next);
    },
  ];
}
