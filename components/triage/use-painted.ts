"use client";
import { useEffect, useRef } from "react";

/** Tells how many milliseconds ago what `id` names was painted; at most a day, 0 when it is not painted yet. */
export function usePainted(id: string | null): () => number {
  const painted = useRef<{ id: string | null; at: number }>({ id: null, at: 0 });
  useEffect(() => {
    const frame = requestAnimationFrame((at) => {
      painted.current = { id, at };
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
  return () => {
    if (painted.current.id !== id) return 0;
    return Math.min(86_400_000, Math.max(0, Math.round(performance.now() - painted.current.at)));
  };
}
