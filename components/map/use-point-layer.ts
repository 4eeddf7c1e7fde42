"use client";
import { useEffect, useRef } from "react";
import type { PointLayer, PointScene } from "./point-layer.ts";

/** Draws a scene into an element by the plotting library, which is fetched when there is something to draw. */
export function usePointLayer(scene: PointScene | null) {
  const element = useRef<HTMLDivElement>(null);
  const layer = useRef<PointLayer | null>(null);
  const latest = useRef(scene);
  latest.current = scene;
  const wanted = scene !== null;
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    void import("./echarts-layer.ts").then(({ openEchartsLayer }) => {
      if (gone || element.current === null) return;
      layer.current = openEchartsLayer(element.current);
      if (latest.current !== null) layer.current.draw(latest.current);
    });
    return () => {
      gone = true;
      layer.current?.dispose();
      layer.current = null;
    };
  }, [wanted]);
  useEffect(() => {
    if (scene !== null) layer.current?.draw(scene);
  }, [scene]);
  return element;
}
