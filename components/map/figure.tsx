"use client";
import type { ReactNode } from "react";
import { useMapState } from "./use-map-state.ts";

/** A figure as plot or as table, as the address says; both are drawn, one is seen. */
export function Figure({
  labelledBy,
  usual = "auto",
  children,
}: {
  labelledBy: string;
  /** What is seen where the address says nothing: `auto` follows the width. */
  usual?: "auto" | "plot";
  children: ReactNode;
}) {
  const { state } = useMapState();
  return (
    <section className="map-figure" aria-labelledby={labelledBy} data-as={state.as ?? usual}>
      {children}
    </section>
  );
}
