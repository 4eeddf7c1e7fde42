"use client";
import { ListFilter } from "lucide-react";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useMemo, useState, useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { KeyMapButton } from "#components/keyboard/key-map-button.tsx";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ConversationPage, Facets } from "#lib/schema/conversation-view.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import "./browse.css";
import { browseCommands } from "./browse-commands.ts";
import { conversationColumns } from "./conversation-columns.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { countFilters, exportQuery, type FilterState, noFilter, searchParams } from "./search-params.ts";
import { sortingOf, sortOf, sortOptions } from "./sorting.ts";
import { usePages } from "./use-pages.ts";

export interface ConversationBrowserProps {
  project: Pick<ProjectView, "slug" | "shownDistinctiveness" | "role">;
  first: ConversationPage;
  facets: Facets;
  languageNames: Readonly<Record<string, string>>;
  /** What `first` and `facets` answer: filter and sort as the API takes them. */
  query: string;
  /** Milliseconds since 1970, from the server, so that both sides draw the same. */
  now: number;
}

/** Browse: filters with counts, and the rows they leave. The URL holds the whole state. */
export function ConversationBrowser({ project, first, facets, languageNames, query, now }: ConversationBrowserProps) {
  const router = useRouter();
  const [stale, startTransition] = useTransition();
  const [search, setSearch] = useQueryStates(searchParams, { shallow: false, history: "push", startTransition });
  const [cursor, setCursor] = useState(0);
  const [drawer, setDrawer] = useState(false);
  const { sort, ...filter } = search;
  const base = `/projects/${project.slug}`;
  const pages = usePages(
    first,
    (next) => `${base}/conversations?${query}&limit=200&cursor=${encodeURIComponent(next)}`,
  );

  const hrefOf = (id: string) => `${base}/triage?item=${id}`;
  const columns = useMemo(
    () =>
      conversationColumns({
        hrefOf: (id) => `${base}/triage?item=${id}`,
        shownDistinctiveness: project.shownDistinctiveness,
        now,
      }),
    [base, project.shownDistinctiveness, now],
  );
  const sorting = useMemo(() => sortingOf(sort), [sort]);

  const change = (next: Partial<FilterState>) => {
    setCursor(0);
    setSearch(next);
  };
  const setSort = (next: string) => {
    setCursor(0);
    setSearch({ sort: next });
  };
  const move = (by: number) => setCursor((at) => Math.min(Math.max(at + by, 0), Math.max(0, pages.rows.length - 1)));

  useKeys(browseCommands, (command) => {
    if (command === "next") move(1);
    if (command === "previous") move(-1);
    const row = pages.rows[cursor];
    if (command === "open" && row !== undefined) router.push(hrefOf(row.id));
  });

  if (facets.total === 0) {
    return (
      <div className="look">
        <EmptyState
          action={
            <ButtonLink look="main" href={`${base}/import`}>
              Import a file
            </ButtonLink>
          }
        >
          No conversations here yet. Import a file, and each of its lines gets a row here with its scores.
        </EmptyState>
      </div>
    );
  }

  const filters = countFilters(filter);
  const panel = <FacetPanel facets={facets} filter={filter} languageNames={languageNames} onChange={change} />;
  return (
    <div className="browse">
      <aside className="facets" aria-label="Filters">
        {panel}
      </aside>
      <section className="list" aria-label="Conversations">
        <div className="tools">
          <p className="count" role="status">
            <span className="n">{formatCount(facets.matching)}</span>{" "}
            <span className="of">
              of <span className="n">{formatCount(facets.total)}</span>
            </span>
          </p>
          <Button className="filters" onClick={() => setDrawer(true)}>
            <Icon of={ListFilter} />
            Filters
          </Button>
          <FilterChips filter={filter} facets={facets} languageNames={languageNames} onChange={change} />
          {filters > 1 ? (
            <Button look="bare" onClick={() => change(noFilter)}>
              Clear all
            </Button>
          ) : null}
          <span className="tools-end">
            {facets.matching > 0 && reaches(project.role, "curator") ? (
              <ButtonLink href={`${base}/export?${exportQuery(filter)}`}>Export this</ButtonLink>
            ) : null}
            <Select
              aria-label="Sort"
              value={sort}
              options={sortOptions}
              onChange={(event) => setSort(event.currentTarget.value)}
            />
            <KeyMapButton title="Keys of Browse" commands={browseCommands} />
          </span>
        </div>
        {facets.matching === 0 ? (
          <div className="px-4">
            <EmptyState
              action={
                <Button look="main" onClick={() => change(noFilter)}>
                  Clear {filters === 1 ? "the filter" : `all ${filters} filters`}
                </Button>
              }
            >
              None of the {formatCount(facets.total)} conversations match. Take a filter off, or all of them.
            </EmptyState>
          </div>
        ) : (
          <DataTable
            key={query}
            label="Conversations"
            columns={columns}
            rows={pages.rows}
            total={facets.matching}
            cursor={cursor}
            onCursor={setCursor}
            onOpen={(row) => router.push(hrefOf(row.id))}
            sorting={sorting}
            onSort={(next) => setSort(sortOf(next))}
            onNearEnd={() => void pages.loadMore()}
            stale={stale}
          >
            {pages.trouble === null ? null : (
              <p role="alert" className="end trouble">
                {pages.trouble}
              </p>
            )}
            {pages.hasMore ? (
              <div className="end">
                <Button busy={pages.loading} onClick={() => void pages.loadMore()}>
                  Load more
                </Button>
                <span className="text-ink-3">
                  {formatCount(pages.rows.length)} of {formatCount(facets.matching)} loaded
                </span>
              </div>
            ) : null}
          </DataTable>
        )}
      </section>
      <Dialog open={drawer} onClose={() => setDrawer(false)} title="Filters">
        {panel}
        <Button look="main" className="filters-done" onClick={() => setDrawer(false)}>
          Show {formatCount(facets.matching)}
        </Button>
      </Dialog>
    </div>
  );
}
