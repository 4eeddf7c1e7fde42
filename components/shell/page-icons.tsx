import {
  CheckCheck,
  Columns3,
  FileDown,
  Gauge,
  LayoutGrid,
  Map as MapIcon,
  Package,
  Rows3,
  SlidersHorizontal,
  Users,
  Waypoints,
  Workflow,
} from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import type { PageIcons } from "./shell-props.ts";

/** The icons of a project's pages, by segment. Drawn by the server, so that the pages themselves do not carry them. */
export const pageIcons: PageIcons = {
  "": <Icon of={LayoutGrid} />,
  triage: <Icon of={CheckCheck} />,
  browse: <Icon of={Rows3} />,
  compare: <Icon of={Columns3} />,
  leaks: <Icon of={Waypoints} />,
  scores: <Icon of={Gauge} />,
  map: <Icon of={MapIcon} />,
  runs: <Icon of={Workflow} />,
  import: <Icon of={FileDown} />,
  export: <Icon of={Package} />,
  team: <Icon of={Users} />,
  settings: <Icon of={SlidersHorizontal} />,
};
