import { cookies } from "next/headers";
import { toFilter } from "#components/conversations/filter-state.ts";
import { hidingFrom } from "#components/conversations/hiding.ts";
import { openFacetsCookie, openFacetsOf } from "#components/conversations/open-facet-cookie.ts";
import { queryOf } from "#components/conversations/search-params.ts";
import { CoverageMap } from "#components/map/coverage-map.tsx";
import { Distributions } from "#components/map/distributions.tsx";
import "#components/conversations/facets.css";
import "#components/map/map.css";
import { MapHidden } from "#components/map/map-hidden.tsx";
import { type MapState, parseMap, withoutRanges } from "#components/map/map-state.ts";
import { MapTabs } from "#components/map/map-tabs.tsx";
import { distributionTitle } from "#components/map/map-words.ts";
import { NeighbourMap } from "#components/map/neighbour-map.tsx";
import { ScoreMap } from "#components/map/score-map.tsx";
import { projectPages } from "#components/shell/project-pages.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import { getCoverage } from "#lib/services/get-coverage.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getMapCultures } from "#lib/services/get-map-cultures.ts";
import { getMapNeighbours } from "#lib/services/get-map-neighbours.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listConversations } from "#lib/services/list-conversations.ts";

interface PageInput {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: "Map" };

export default async function MapPage({ params, searchParams }: PageInput) {
  const { project: slug } = await params;
  const state = parseMap(queryOf(await searchParams));
  const project = await read(getProject, { project: slug });
  return (
    <div className="look map">
      <div className="title">
        <h1>Map</h1>
      </div>
      {project.counts.total === 0 ? (
        <EmptyState
          action={
            reaches(project.role, "curator") ? (
              <ButtonLink href={`/projects/${slug}/import`} look="main">
                Import a file
              </ButtonLink>
            ) : undefined
          }
        >
          Nothing here yet. Once conversations are imported and scored, the map shows where each culture lies and what
          is missing.
        </EmptyState>
      ) : (
        <>
          <MapTabs project={slug} state={state} />
          <MapFigure project={project} state={state} />
        </>
      )}
    </div>
  );
}

async function MapFigure({ project, state }: { project: ProjectView; state: MapState }) {
  const { slug, role, shownRepresentativeness, shownDistinctiveness } = project;
  const { scores, cultures } = hidingFrom(project);
  if (state.tab === "coverage") {
    const coverage = await read(getCoverage, { project: slug });
    return (
      <CoverageMap
        project={slug}
        coverage={coverage}
        mayDecide={reaches(role, "annotator")}
        settingsHref={reaches(role, "admin") ? `/projects/${slug}/settings?section=general` : null}
      />
    );
  }
  // Every other figure would tell of single conversations what Triage keeps until they are decided.
  if (scores || cultures) return <MapHidden project={slug} scores={scores} />;
  const filter = toFilter(withoutRanges(state.filter));
  if (state.tab === "distributions") {
    const summary = await read(getMapCultures, { project: slug, ...filter, reasons: true });
    return <Distributions project={slug} summary={summary} title={distributionTitle(summary.cultures)} />;
  }
  if (state.tab === "neighbours") {
    const { search } = state.filter;
    const leaks = projectPages.find(({ segment }) => segment === "leaks");
    const [neighbours, found] = await Promise.all([
      read(getMapNeighbours, { project: slug, ...(state.item === null ? {} : { item: state.item }) }),
      search === "" ? null : read(listConversations, { project: slug, search, limit: 8 }),
    ]);
    return (
      <NeighbourMap
        project={slug}
        neighbours={neighbours}
        search={search}
        found={found?.rows ?? null}
        leaksHref={leaks !== undefined && reaches(role, leaks.needs) ? `/projects/${slug}/leaks` : null}
      />
    );
  }
  const [summary, facets, kept] = await Promise.all([
    read(getMapCultures, { project: slug, ...filter }),
    read(getFacets, { project: slug, ...filter }),
    cookies(),
  ]);
  const names = new Intl.DisplayNames("en", { type: "language" });
  return (
    <ScoreMap
      project={{ slug, shownRepresentativeness, shownDistinctiveness }}
      summary={summary}
      facets={facets}
      languageNames={Object.fromEntries(facets.language.map(({ key }) => [key, names.of(key) ?? key]))}
      openFacets={openFacetsOf(kept.get(openFacetsCookie)?.value)}
    />
  );
}
