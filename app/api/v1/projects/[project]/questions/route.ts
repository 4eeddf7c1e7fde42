import { door } from "#lib/door/door.ts";
import { listQuestions } from "#lib/services/list-questions.ts";

export const GET = door(listQuestions);
