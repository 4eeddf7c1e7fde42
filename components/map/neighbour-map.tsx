import Link from "next/link";
import { percent } from "#components/conversations/percentile-words.ts";
import { Button } from "#components/ui/button.tsx";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatScore } from "#components/ui/format-score.ts";
import { Note } from "#components/ui/note.tsx";
import { plural } from "#components/ui/plural.ts";
import { ScriptText } from "#components/ui/script-text.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import type { MapNeighbour, MapNeighbours } from "#lib/schema/map.ts";
import { nearCopy } from "#lib/scoring/near-copy.ts";
import { Figure } from "./figure.tsx";
import { FigureSwitch } from "./figure-switch.tsx";
import { score } from "./median-table.tsx";
import { PlotTable, type TableRow } from "./plot-table.tsx";

/** The conversations nearest to one, and the project's outliers and the pairs most alike. */
export function NeighbourMap({
  project,
  neighbours,
  search,
  found,
  leaksHref,
}: {
  project: string;
  neighbours: MapNeighbours;
  search: string;
  /** What the search found; null where nothing was searched. */
  found: readonly ConversationRow[] | null;
  /** Where copies are acted on, for those who may. */
  leaksHref: string | null;
}) {
  const { known, item, outliers, twins } = neighbours;
  const hrefOf = (id: string) => `/projects/${project}/map?tab=neighbours&item=${id}`;
  const title = neighbourTitle(neighbours);
  return (
    <Figure labelledBy="map-title" usual="plot">
      <div className="map-head">
        <h2 id="map-title">{title}</h2>
        {known === 0 ? null : <FigureSwitch />}
      </div>
      <search>
        <form className="map-search" action={`/projects/${project}/map`}>
          <input type="hidden" name="tab" value="neighbours" />
          <input
            type="search"
            name="search"
            className="control"
            defaultValue={search}
            placeholder='Words, "a phrase", -without'
            aria-label="Find a conversation"
            dir="auto"
          />
          <Button type="submit">Find</Button>
        </form>
      </search>
      {found === null ? null : (
        <section aria-label="Found">
          {found.length === 0 ? <p className="map-hint">Nothing found. Try fewer words.</p> : null}
          <ul className="map-nearest">
            {found.map((row) => (
              <Line key={row.id} row={row} href={hrefOf(row.id)} />
            ))}
          </ul>
        </section>
      )}
      {known === 0 ? (
        <Note>Not computed yet. Who is near whom is found by the next scoring of the project.</Note>
      ) : (
        <>
          <div className="map-as-table">
            <PlotTable
              caption={title}
              fileName={`${project}-neighbours.csv`}
              columns={[
                { key: "what", title: "What" },
                { key: "culture", title: "Culture" },
                { key: "question", title: "Conversation" },
                { key: "other", title: "Beside" },
                { key: "likeness", title: "Likeness", figure: true },
              ]}
              rows={tableRows(neighbours)}
            />
          </div>
          <div className="map-as-plot map-near">
            {item === null ? null : <Nearest item={item} hrefOf={hrefOf} />}
            <section aria-labelledby="map-twins">
              <h3 id="map-twins">Most alike within a culture</h3>
              <p className="map-hint">
                The pairs that lie nearest to each other. Where both say the same, one may be enough.
                {leaksHref === null ? null : (
                  <>
                    {" "}
                    <Link href={leaksHref} prefetch={false}>
                      All copies, and what several cultures share
                    </Link>
                  </>
                )}
              </p>
              <ul className="map-nearest">
                {twins.map(({ one, other, similarity }) => (
                  <li key={one.id} className="map-twins">
                    <Likeness value={similarity} />
                    <Said row={one} href={hrefOf(one.id)} />
                    <Said row={other} href={hrefOf(other.id)} />
                  </li>
                ))}
              </ul>
            </section>
            <section aria-labelledby="map-outliers">
              <h3 id="map-outliers">Outliers</h3>
              <p className="map-hint">Their nearest at home is far away: rare and right, or in the wrong culture.</p>
              <ul className="map-nearest">
                {outliers.map(({ conversation, similarity }) => (
                  <Line key={conversation.id} row={conversation} href={hrefOf(conversation.id)} likeness={similarity} />
                ))}
              </ul>
            </section>
          </div>
        </>
      )}
    </Figure>
  );
}

function Nearest({ item, hrefOf }: { item: NonNullable<MapNeighbours["item"]>; hrefOf: (id: string) => string }) {
  const { conversation, near } = item;
  return (
    <section aria-labelledby="map-item" className="map-item">
      <h3 id="map-item">
        <StatusMark mark={conversation.status} bare />
        <CultureName {...conversation.culture} />
      </h3>
      <ScriptText lang={conversation.language} voice="ask">
        {conversation.question}
      </ScriptText>
      {near === null ? (
        <Note>Its neighbours are not known yet; the next scoring finds them.</Note>
      ) : (
        <>
          {near.stale ? <Note>Its text has changed since it was compared.</Note> : null}
          {near.compared === 0 ? null : (
            <p className="map-hint">
              Something in {near.sameIn} of {plural(near.compared, "other culture")} says the same.
            </p>
          )}
          <h4>At home</h4>
          <NearList list={near.home} hrefOf={hrefOf} />
          <h4>Abroad</h4>
          <NearList list={near.abroad} hrefOf={hrefOf} />
        </>
      )}
    </section>
  );
}

function NearList({ list, hrefOf }: { list: readonly MapNeighbour[]; hrefOf: (id: string) => string }) {
  if (list.length === 0) return <p className="map-hint">None is comparable.</p>;
  return (
    <ul className="map-nearest">
      {list.map(({ conversation, similarity }) => (
        <Line key={conversation.id} row={conversation} href={hrefOf(conversation.id)} likeness={similarity} />
      ))}
    </ul>
  );
}

function Line({ row, href, likeness }: { row: ConversationRow; href: string; likeness?: number }) {
  return (
    <li>
      <Said row={row} href={href} {...(likeness === undefined ? {} : { likeness })} />
    </li>
  );
}

function Said({ row, href, likeness }: { row: ConversationRow; href: string; likeness?: number }) {
  return (
    <Link href={href} prefetch={false}>
      <StatusMark mark={row.status} bare size={12} />
      <span className="map-from">
        <bdi>{row.culture.name}</bdi>
      </span>
      <ScriptText as="span" fit="row" lang={row.language}>
        {row.question}
      </ScriptText>
      {likeness === undefined ? null : <Likeness value={likeness} />}
    </Link>
  );
}

function Likeness({ value }: { value: number }) {
  return (
    <span className="map-likeness">
      <span className="unseen">Likeness </span>
      <b className="n">{formatScore(value)}</b>
    </span>
  );
}

function neighbourTitle({ known, item, twins }: MapNeighbours): string {
  if (known === 0) return "Who is near whom is not known yet";
  const [first] = item?.near?.home ?? [];
  if (item !== null && first !== undefined) return `The nearest at home is ${percent(first.similarity)} alike`;
  const close = twins.filter(({ similarity }) => similarity >= nearCopy).length;
  if (close === 0) return "No two conversations of a culture say nearly the same";
  return `${close < twins.length ? plural(close, "pair") : `At least ${plural(close, "pair")}`} of conversations ${close === 1 ? "says" : "say"} nearly the same within a culture`;
}

function tableRows({ item, outliers, twins }: MapNeighbours): TableRow[] {
  const row = (what: string, one: ConversationRow, other: ConversationRow | null, similarity: number): TableRow => ({
    key: `${what} ${one.id}`,
    cells: [
      { value: what },
      { value: one.culture.name, shown: <CultureName {...one.culture} /> },
      textCell(one),
      other === null ? { value: null } : textCell(other),
      score(similarity),
    ],
  });
  return [
    ...(item?.near?.home ?? []).map((near) =>
      row("At home", near.conversation, item?.conversation ?? null, near.similarity),
    ),
    ...(item?.near?.abroad ?? []).map((near) =>
      row("Abroad", near.conversation, item?.conversation ?? null, near.similarity),
    ),
    ...twins.map(({ one, other, similarity }) => row("Most alike", one, other, similarity)),
    ...outliers.map(({ conversation, similarity }) => row("Outlier", conversation, null, similarity)),
  ];
}

function textCell({ question, language }: ConversationRow) {
  return {
    value: question,
    shown: (
      <ScriptText as="span" lang={language} className="map-why">
        {question}
      </ScriptText>
    ),
  };
}
