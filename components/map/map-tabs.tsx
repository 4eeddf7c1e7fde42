import Link from "next/link";
import { formatMap, type MapState, type MapTab } from "./map-state.ts";

const titles: Readonly<Record<MapTab, string>> = {
  scores: "R × D",
  coverage: "Coverage",
  neighbours: "Neighbours",
  distributions: "Distributions",
};

/** The figures of the map. A filter goes along from one to the next. */
export function MapTabs({ project, state }: { project: string; state: MapState }) {
  return (
    <nav className="tabs mb-5" aria-label="Map">
      {(Object.keys(titles) as MapTab[]).map((tab) => {
        const query = formatMap({ ...state, tab, as: null, points: tab === "scores" && state.points, item: null });
        return (
          <Link
            key={tab}
            href={`/projects/${project}/map${query === "" ? "" : `?${query}`}`}
            aria-current={tab === state.tab ? "page" : undefined}
            prefetch={false}
          >
            {titles[tab]}
          </Link>
        );
      })}
    </nav>
  );
}
