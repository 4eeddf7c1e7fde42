import { ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { PointGroup, PointLayer, PointScene } from "./point-layer.ts";

// Only what is drawn. Neither tooltips, titles nor data views, which write markup, and no maps, which may make functions.
use([ScatterChart, GridComponent, AriaComponent, CanvasRenderer]);

/** From so many points of one look on they are drawn as one path. */
const largeFrom = 500;

/** Draws points with ECharts on a canvas. It takes no events: what is near the pointer is found in the points themselves. */
export function openEchartsLayer(element: HTMLElement): PointLayer {
  const chart = init(element, null, { renderer: "canvas" });
  return {
    draw(scene) {
      chart.resize({ width: scene.box.width, height: scene.box.height, silent: true });
      chart.setOption(optionOf(scene), { notMerge: true });
    },
    dispose: () => chart.dispose(),
  };
}

function optionOf({ margins, groups, size, opacity, summary }: PointScene) {
  const axis = { type: "value" as const, min: 0, max: 1, show: false };
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: true, description: summary } },
    tooltip: { show: false },
    grid: { ...margins, containLabel: false },
    xAxis: axis,
    yAxis: axis,
    series: groups.map((group) => seriesOf(group, size, opacity)),
  };
}

function seriesOf({ shape, colour, scores }: PointGroup, size: number, opacity: number) {
  const hollow = shape === "hollow";
  return {
    type: "scatter" as const,
    data: scores,
    dimensions: ["representativeness", "distinctiveness"],
    symbol: shape === "triangle" ? "triangle" : "rect",
    symbolSize: size,
    silent: true,
    large: true,
    largeThreshold: largeFrom,
    progressive: 0,
    itemStyle: hollow
      ? { color: "transparent", borderColor: colour, borderWidth: 1, opacity }
      : { color: colour, borderWidth: 0, opacity },
  };
}
