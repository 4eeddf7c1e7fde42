"use client";

import { useState } from "react";
import { announce } from "./announce.ts";
import { Button } from "./button.tsx";

/** A secret that is shown this one time, with a button that copies it. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    announce("Copied");
  };
  return (
    <div className="border-s-3 border-lapis bg-wash p-3">
      <p className="mb-2 text-12 text-ink-2">{label} It is shown this once; only its hash is kept.</p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="mono min-w-0 flex-1 border border-line bg-raised px-2 py-1.5 text-ink! [overflow-wrap:anywhere] select-all">
          {value}
        </code>
        <Button onClick={copy}>{copied ? "Copied" : "Copy"}</Button>
      </div>
    </div>
  );
}
