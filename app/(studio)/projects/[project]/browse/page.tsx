import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { formatBrowse, parseBrowse, rowsQuery } from "#components/conversations/browse-state.ts";
import { ConversationBrowser } from "#components/conversations/conversation-browser.tsx";
import { toFilter } from "#components/conversations/filter-state.ts";
import { openFacetsCookie, openFacetsOf } from "#components/conversations/open-facet-cookie.ts";
import { queryOf } from "#components/conversations/search-params.ts";
import { read } from "#lib/door/read.ts";
import { sortText } from "#lib/schema/sort-columns.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listConversations } from "#lib/services/list-conversations.ts";
import { listViews } from "#lib/services/saved-views.ts";

interface PageInput {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: "Browse" };

/** Enough for the tallest screen; the rest is read in larger pages. */
const firstRows = 60;

export default async function BrowsePage({ params, searchParams }: PageInput) {
  const { project: slug } = await params;
  const asked = queryOf(await searchParams);
  const [project, { rows: views }] = await Promise.all([
    read(getProject, { project: slug }),
    read(listViews, { project: slug }),
  ]);
  const usual = views.find(({ defaultFor }) => defaultFor.includes(project.role));
  if (asked.size === 0 && usual !== undefined) redirect(`/projects/${slug}/browse?view=${usual.id}`);
  // Null when the view is gone, or is somebody else's own: then the page shows everything.
  const saved = views.find(({ id }) => id === asked.get("view")) ?? null;
  const query = saved?.query ?? asked.toString();
  const state = parseBrowse(query);
  const filter = toFilter(state.filter);
  const now = Date.now();
  const [me, page, facets, kept] = await Promise.all([
    read(getMe, {}),
    read(listConversations, { project: slug, ...filter, sort: sortText(state.sort), limit: firstRows }),
    read(getFacets, { project: slug, ...filter }),
    cookies(),
  ]);
  const names = new Intl.DisplayNames("en", { type: "language" });
  const languageNames = Object.fromEntries(facets.language.map(({ key }) => [key, names.of(key) ?? key]));
  return (
    <ConversationBrowser
      project={project}
      person={me.userId}
      first={{ query: rowsQuery(state), page, facets }}
      query={saved === null ? query : withPeek(query, asked.get("peek"))}
      view={saved?.id ?? null}
      hasUsualView={usual !== undefined}
      languageNames={languageNames}
      openFacets={openFacetsOf(kept.get(openFacetsCookie)?.value)}
      now={now}
    />
  );
}

/** The open conversation stands beside the view in the address, not in it. */
function withPeek(query: string, peek: string | null): string {
  return formatBrowse({ ...parseBrowse(query), peek: parseBrowse(`peek=${peek}`).peek });
}
