"use client";
import { lazy, Suspense, useState } from "react";
import { DataGrid } from "#components/data-table/data-grid.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Note } from "#components/ui/note.tsx";
import { reaches } from "#lib/schema/permissions.ts";
import "./browse.css";
import "./facets.css";
import "./histogram.css";
import "./rows.css";
import { formatBrowse } from "./browse-state.ts";
import { BrowseTools } from "./browse-tools.tsx";
import { defaultColumns } from "./column-choice.ts";
import { noFilter } from "./filter-state.ts";
import { hidingWords } from "./hiding.ts";
import { Hides, Picked, SoughtWords } from "./row-context.ts";
import { isSelected } from "./selection.ts";
import { type BrowserProps, useBrowser } from "./use-browser.ts";
import { useBrowserTable } from "./use-browser-table.tsx";
import { useHiding } from "./use-hiding.ts";

// The server draws the filters; what makes them answer comes after the rows, and at once when one is pressed.
const FacetPanel = lazy(async () => ({ default: (await import("./facet-panel.tsx")).FacetPanel }));
const ViewMenu = lazy(async () => ({ default: (await import("./view-menu.tsx")).ViewMenu }));
const FindHint = lazy(async () => ({ default: (await import("./find-hint.tsx")).FindHint }));
const NewsButton = lazy(async () => ({ default: (await import("./news-button.tsx")).NewsButton }));
const GapNote = lazy(async () => ({ default: (await import("./gap-note.tsx")).GapNote }));
const BrowseEmpty = lazy(() => import("./browse-empty.tsx"));
const NoConversations = lazy(() => import("./no-conversations.tsx"));
const BulkBar = lazy(() => import("./bulk-bar.tsx"));
const Peek = lazy(() => import("./peek.tsx"));
const ResultLine = lazy(() => import("./result-line.tsx"));
const SearchNote = lazy(() => import("./search-note.tsx"));
const FilterDrawer = lazy(() => import("./filter-drawer.tsx"));

/** Browse: filters with counts, and the rows they leave. The address holds the whole state. */
export function ConversationBrowser(props: BrowserProps) {
  const { project, languageNames } = props;
  const browser = useBrowser(props);
  const { state, rows, words, selection, cursor, bulk } = browser;
  const { list, facets } = rows;
  const [drawer, setDrawer] = useState(false);
  const { hiding, told } = useHiding(browser);
  const hidden = hidingWords(hiding);
  const { table, heads, sorted } = useBrowserTable(told, props.now);
  const base = `/projects/${project.slug}`;
  const findCompared = () => {
    // All that match are too many to be looked at side by side.
    if (selection.selection.kind === "matching" || browser.selected < 2) return null;
    const chosen = [...list.head, ...list.tail].filter(({ id }) => isSelected(selection.selection, id));
    // Rows that are not loaded are not known.
    return chosen.length === browser.selected ? { rows: chosen, tellsCultures: !hiding.cultures } : null;
  };

  if (facets.total === 0) {
    return (
      <Suspense>
        <NoConversations importHref={reaches(project.role, "curator") ? `${base}/import` : null} />
      </Suspense>
    );
  }

  const panel = (withScores: boolean) => (
    <Suspense>
      <FacetPanel
        facets={facets}
        filter={state.filter}
        languageNames={languageNames}
        openAtFirst={props.openFacets}
        withScores={withScores && !hiding.scores}
        onChange={browser.setFilter}
      />
    </Suspense>
  );
  return (
    <Hides value={hiding}>
      <div
        className={classNames(
          "browse",
          state.columns.join() === defaultColumns.join() && "usual-columns",
          state.peek !== null && "peeking",
        )}
      >
        <aside className="facets" aria-label="Filters">
          {panel(false)}
        </aside>
        <section className="list" aria-label="Conversations">
          <BrowseTools
            state={state}
            words={words}
            matching={rows.stale ? facets.matching : list.total}
            total={facets.total}
            exportHref={browser.exportHref}
            views={
              <ViewMenu
                base={browser.api.base}
                query={formatBrowse({ ...state, peek: null })}
                view={browser.address.view}
                mayShare={browser.mayCurate}
                onView={browser.openView}
              />
            }
            onFilter={browser.setFilter}
            onState={browser.setState}
            onDrawer={() => setDrawer(true)}
          />
          {hidden === null ? null : <p className="browse-hidden">{hidden}</p>}
          <Suspense>
            <FindHint />
          </Suspense>
          {state.filter.search === "" ? null : (
            <Suspense>
              <SearchNote base={browser.api.base} />
            </Suspense>
          )}
          {rows.trouble === null ? null : (
            <div className="browse-trouble">
              <Note trouble role="alert">
                {rows.trouble}
              </Note>
            </div>
          )}
          {list.total === 0 && !rows.stale ? (
            <Suspense>
              <BrowseEmpty facets={facets} words={words} onFilter={browser.setFilter} />
            </Suspense>
          ) : (
            <SoughtWords value={browser.sought}>
              <Picked value={browser.picked}>
                <DataGrid
                  label="Conversations"
                  table={table}
                  heads={heads}
                  sorted={sorted}
                  total={list.total}
                  head={list.head.length}
                  tail={list.tail.length}
                  listKey={`${cursor.start.count} ${list.query}`}
                  startsAt={cursor.start.scrollTop}
                  cursor={cursor.cursor}
                  cursorId={rows.rowAt(cursor.cursor)?.id ?? null}
                  isSelected={browser.isSelected}
                  onCursor={browser.moveTo}
                  onOpen={browser.openPeek}
                  onRange={browser.selectTo}
                  onRest={browser.prefetch}
                  onLast={browser.goToLast}
                  onSight={rows.see}
                  onScroll={cursor.noteScroll}
                  stale={rows.stale}
                  gapNote={
                    <Suspense>
                      <GapNote
                        list={list}
                        reading={rows.reading}
                        paused={rows.isPaused()}
                        onReadOn={rows.readOn}
                        onFirst={() => browser.moveTo(0)}
                      />
                    </Suspense>
                  }
                />
              </Picked>
            </SoughtWords>
          )}
          {browser.selected > 0 || bulk.ready !== null ? (
            <Suspense>
              <BulkBar
                project={project.slug}
                count={browser.selected}
                matching={selection.selection.kind === "rows" && list.total > browser.selected ? list.total : null}
                mayAct={browser.mayCurate}
                compared={findCompared()}
                exportHref={
                  selection.selection.kind === "matching" && selection.selection.except.size === 0
                    ? browser.exportHref
                    : null
                }
                bulk={bulk}
                onAll={() => selection.set({ kind: "matching", except: new Set() })}
                onClear={selection.clear}
                onAct={browser.prepareBulk}
              />
            </Suspense>
          ) : null}
          <div className="list-foot">
            {bulk.last === null ? null : (
              <Suspense>
                <ResultLine
                  view={bulk.last}
                  busy={bulk.busy}
                  trouble={bulk.trouble}
                  onView={() => bulk.last !== null && browser.setFilter({ ...noFilter, leftBy: bulk.last.id })}
                  onUndo={bulk.undo}
                />
              </Suspense>
            )}
            <Suspense>
              <NewsButton news={browser.news} onRefresh={browser.refresh} />
            </Suspense>
          </div>
        </section>
        {state.peek === null ? null : (
          <Suspense>
            <Peek
              project={project.slug}
              person={props.person}
              id={state.peek}
              cards={browser.cards}
              row={rows.rowOf(state.peek)}
              hiding={hiding}
              ratings={project.ratings}
              readOnly={!reaches(project.role, "annotator")}
              now={props.now}
              triageHref={`${base}/triage?item=${state.peek}`}
              onRow={browser.onRow}
              onOwn={browser.onOwn}
              onNext={() => browser.walk(1)}
              onWalk={browser.walk}
              onShow={browser.showPeek}
              onClose={() => browser.setPeek(null)}
            />
          </Suspense>
        )}
        {drawer ? (
          <Suspense>
            <FilterDrawer matching={facets.matching} onClose={() => setDrawer(false)}>
              {panel(true)}
            </FilterDrawer>
          </Suspense>
        ) : null}
      </div>
    </Hides>
  );
}
