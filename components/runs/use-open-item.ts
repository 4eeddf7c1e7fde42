"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** The item that the address opens, and how to open another or none. */
export function useOpenItem(): [string | null, (id: string | null) => void] {
  const open = useSearchParams().get("item");
  const setOpen = useCallback((id: string | null) => {
    const address = new URL(window.location.href);
    if (id === null) address.searchParams.delete("item");
    else address.searchParams.set("item", id);
    window.history.replaceState(null, "", address);
  }, []);
  return [open, setOpen];
}
