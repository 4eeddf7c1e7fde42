import { request } from "#components/api-client.ts";
import type { ConversationPage, Facets, RowScores, TriageCard } from "#lib/schema/conversation-view.ts";

/** Rows are read so many at a time. */
export const pageSize = 200;

/** What Browse asks of a project's API. */
export function browseApi(project: string) {
  const base = `/projects/${encodeURIComponent(project)}`;
  return {
    base,
    /** One page of rows. `query` is filter and sort as the API takes them. */
    page: (query: string, cursor: string | null, signal?: AbortSignal) =>
      request<ConversationPage>(
        "GET",
        `${base}/conversations?${query}&limit=${pageSize}${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
        signal === undefined ? {} : { signal },
      ),
    facets: (filter: string, signal?: AbortSignal) =>
      request<Facets>(
        "GET",
        `${base}/facets${filter === "" ? "" : `?${filter}`}`,
        signal === undefined ? {} : { signal },
      ),
    /** The scores of some rows, their ids joined by commas. */
    scores: (ids: string, signal: AbortSignal) =>
      request<{ rows: RowScores[] }>("GET", `${base}/row-scores?ids=${ids}`, { signal }),
    card: (id: string) => request<TriageCard>("GET", `${base}/conversations/${id}`),
  };
}
export type BrowseApi = ReturnType<typeof browseApi>;
