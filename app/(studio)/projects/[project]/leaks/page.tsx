import { hidingFrom } from "#components/conversations/hiding.ts";
import { queryOf } from "#components/conversations/search-params.ts";
import { LeakFilters } from "#components/leaks/leak-filters.tsx";
import { LeakList } from "#components/leaks/leak-list.tsx";
import { leaksQuery, leaksSearch, parseLeaks } from "#components/leaks/leak-state.ts";
import { passWords } from "#components/leaks/leak-words.ts";
import { ScoreButton } from "#components/overview/score-button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listCultures } from "#lib/services/list-cultures.ts";
import { listLeaks } from "#lib/services/list-leaks.ts";
import { listTopics } from "#lib/services/list-topics.ts";
import { getScoring } from "#lib/services/scoring.ts";

interface PageInput {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: "Leaks" };

export default async function LeaksPage({ params, searchParams }: PageInput) {
  const { project: slug } = await params;
  const state = parseLeaks(queryOf(await searchParams));
  const [project, first, cultures, topics, scoring] = await Promise.all([
    read(getProject, { project: slug }),
    read(listLeaks, { project: slug, ...leaksSearch(state) }),
    read(listCultures, { project: slug }),
    read(listTopics, { project: slug }),
    read(getScoring, { project: slug }),
  ]);
  const { role, counts } = project;
  const mayAct = reaches(role, "curator");
  const hidden = hidingFrom(project);
  return (
    <div className="look">
      <div className="title">
        <div>
          <h1>Leaks</h1>
          <p>
            {first.pass === null
              ? "What is said in other cultures too, and what is said twice in one."
              : passWords(first.pass)}
          </p>
        </div>
      </div>
      {hidden.scores || hidden.cultures ? (
        <EmptyState>
          What is near to what would tell of a conversation what this project keeps from you until you have decided.
        </EmptyState>
      ) : counts.total === 0 ? (
        <EmptyState
          action={
            mayAct ? (
              <ButtonLink href={`/projects/${slug}/import`} look="main">
                Import a file
              </ButtonLink>
            ) : undefined
          }
        >
          Nothing here yet. Import conversations of two cultures or more, and this page shows what they share.
        </EmptyState>
      ) : first.pass === null ? (
        <EmptyState action={mayAct ? <ScoreButton project={slug} underWay={scoring.underWay} /> : undefined}>
          Nobody has looked yet who is near whom. That comes with the scores: score the project first.
        </EmptyState>
      ) : (
        <>
          <LeakFilters
            state={state}
            path={`/projects/${slug}/leaks`}
            choices={{
              cultures: cultures.rows.map(({ code, name }) => ({ value: code, label: name })),
              topics: topics.rows.map(({ key, name }) => ({ value: key, label: name })),
            }}
          />
          <LeakList
            key={`${leaksQuery(state)} ${first.pass.computedAt}`}
            project={slug}
            mayAct={mayAct}
            state={state}
            first={first}
          />
        </>
      )}
    </div>
  );
}
