import { z } from "zod";
import { loadTriageSearch, toFilter } from "#components/conversations/search-params.ts";
import { TriageDesk } from "#components/triage/triage-desk.tsx";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getProject } from "#lib/services/get-project.ts";
import { getTriageCard } from "#lib/services/get-triage-card.ts";
import { listHistory } from "#lib/services/list-history.ts";

interface PageInput {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: "Triage" };

export default async function TriagePage({ params, searchParams }: PageInput) {
  const { project: slug } = await params;
  const { filter: state, order, item } = await loadTriageSearch(searchParams);
  const named = z.uuid().safeParse(item);
  // A queue holds what is pending, so a status narrows nothing.
  const filter = toFilter({ ...state, status: [] });
  const [me, project, facets, history, card] = await Promise.all([
    read(getMe, {}),
    read(getProject, { project: slug }),
    read(getFacets, { project: slug, status: ["pending"] }),
    read(listHistory, { project: slug, limit: 50 }),
    named.success ? read(getTriageCard, { project: slug, conversation: named.data }) : null,
  ]);
  const { kind, blind, hideScores, ratings, guideline } = project;
  return (
    <TriageDesk
      key={JSON.stringify([filter, order])}
      project={{ slug, kind, blind, hideScores, ratings, guideline }}
      person={me.userId}
      filter={filter}
      order={order}
      cultures={facets.culture}
      history={history.rows}
      item={card}
      readOnly={!reaches(project.role, "annotator")}
      now={Date.now()}
    />
  );
}
