"use client";
import { Button } from "#components/ui/button.tsx";
import { useMapState } from "./use-map-state.ts";

/** Turns a figure into its table and back; which of the two buttons is seen follows the figure. */
export function FigureSwitch() {
  const { change } = useMapState();
  return (
    <>
      <div className="map-as-plot">
        <Button onClick={() => change({ as: "table" })}>As table</Button>
      </div>
      <div className="map-as-table">
        <Button onClick={() => change({ as: "plot" })}>As plot</Button>
      </div>
    </>
  );
}
