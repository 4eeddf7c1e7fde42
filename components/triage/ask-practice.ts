import { request } from "#components/api-client.ts";
import type { PracticeAnswer } from "#lib/schema/practice.ts";
import { practiceLine, practiceSum } from "./practice-words.ts";

interface Answers {
  rows: PracticeAnswer[];
  total: number;
}

const pathOf = (project: string) => `/projects/${encodeURIComponent(project)}/practice`;

/** What a careful reader decided about one conversation, in words; null when it is none of the practice. */
export async function askPracticeLine(project: string, conversation: string): Promise<string | null> {
  const { rows } = await request<Answers>("GET", `${pathOf(project)}?conversation=${conversation}`);
  return rows[0] === undefined ? null : practiceLine(rows[0]);
}

/** How often one agreed so far, in words; null before the first decision. */
export async function askPracticeSum(project: string, signal: AbortSignal): Promise<string | null> {
  const { rows, total } = await request<Answers>("GET", pathOf(project), { signal });
  return practiceSum(rows, total);
}
