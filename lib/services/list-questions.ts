import { listQuestionRows } from "#lib/db/list-questions.ts";
import { ListQuestionsInput, QuestionPage } from "#lib/schema/comparison.ts";
import { defineProjectRead } from "./define.ts";

/** The questions of a project with how many cultures answer each, a page at a time. Two queries. */
export const listQuestions = defineProjectRead(
  {
    action: "conversation.list",
    summary: "List questions with the number of cultures that answer them",
    Input: ListQuestionsInput,
    Output: QuestionPage,
  },
  async ({ world, project }, { project: _slug, ...search }) => listQuestionRows(world.pool, project.id, search),
);
