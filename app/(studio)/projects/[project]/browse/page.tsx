import { ConversationBrowser } from "#components/conversations/conversation-browser.tsx";
import { loadBrowseSearch, toFilter, toQuery } from "#components/conversations/search-params.ts";
import { read } from "#lib/door/read.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listConversations } from "#lib/services/list-conversations.ts";

interface PageInput {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: "Browse" };

export default async function BrowsePage({ params, searchParams }: PageInput) {
  const { project: slug } = await params;
  const { sort, ...state } = await loadBrowseSearch(searchParams);
  const filter = toFilter(state);
  const [project, first, facets] = await Promise.all([
    read(getProject, { project: slug }),
    read(listConversations, { project: slug, ...filter, sort }),
    read(getFacets, { project: slug, ...filter }),
  ]);
  const names = new Intl.DisplayNames("en", { type: "language" });
  const languageNames = Object.fromEntries(facets.language.map(({ key }) => [key, names.of(key) ?? key]));
  return (
    <ConversationBrowser
      project={project}
      first={first}
      facets={facets}
      languageNames={languageNames}
      query={toQuery(filter, { sort })}
      now={Date.now()}
    />
  );
}
