"use client";

import { RailLink, type RailLinkProps } from "./rail-link.tsx";
import { RunsRing } from "./runs-ring.tsx";
import type { RunUnderWay } from "./shell-props.ts";
import { useRunsUnderWay } from "./use-runs-under-way.ts";

/** The link to the runs of a project, with how far those under way are. */
export default function RunsLink({ runs, ...link }: RailLinkProps & { runs: readonly RunUnderWay[] }) {
  const underWay = useRunsUnderWay(link.slug, runs);
  if (underWay === null) return <RailLink {...link} />;
  return (
    <RailLink {...link} figure={underWay.figure} said={underWay.words}>
      <RunsRing share={underWay.share} />
    </RailLink>
  );
}
