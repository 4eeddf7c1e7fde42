"use client";
import { type RefObject, useEffect, useRef } from "react";
import { drawPoints } from "./draw-points.ts";
import type { PointScene } from "./point-scene.ts";

/** A canvas that shows a scene. It takes no events: what is near the pointer is found in the points themselves. */
export function usePointCanvas(scene: PointScene | null): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current } = canvas;
    if (scene === null || current === null) return;
    drawPoints(current, scene, window.devicePixelRatio);
    current.dataset.drawn = "yes";
  }, [scene]);
  return canvas;
}
