import { CompareDesk } from "#components/compare/compare-desk.tsx";
import { parseCompare } from "#components/compare/compare-state.ts";
import { QuestionList } from "#components/compare/question-list.tsx";
import { queryOf } from "#components/conversations/search-params.ts";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getComparison } from "#lib/services/get-comparison.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listQuestions } from "#lib/services/list-questions.ts";

interface PageInput {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata = { title: "Compare" };

export default async function ComparePage({ params, searchParams }: PageInput) {
  const { project: slug } = await params;
  const query = queryOf(await searchParams);
  const { question, cultures, search } = parseCompare(query);
  const [me, project, comparison, questions] = await Promise.all([
    read(getMe, {}),
    read(getProject, { project: slug }),
    question === null
      ? null
      : read(getComparison, { project: slug, question, ...(cultures.length === 0 ? {} : { cultures: [...cultures] }) }),
    question === null ? read(listQuestions, { project: slug, ...(search === "" ? {} : { search }) }) : null,
  ]);
  if (comparison !== null) {
    const { role, blind, hideScores } = project;
    return (
      <CompareDesk
        project={{ slug, role, blind, hideScores }}
        person={me.userId}
        query={query.toString()}
        first={comparison}
      />
    );
  }
  return questions === null ? null : (
    <QuestionList project={slug} first={questions} search={search} mayImport={reaches(project.role, "curator")} />
  );
}
