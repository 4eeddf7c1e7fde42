import type { PracticeItem } from "../sample-item.ts";
import { china } from "./china.ts";
import { egypt } from "./egypt.ts";
import { india } from "./india.ts";
import { japan } from "./japan.ts";
import { mexico } from "./mexico.ts";
import { nigeria } from "./nigeria.ts";
import { pakistan } from "./pakistan.ts";
import type { PracticeAnswer } from "./practice-answer.ts";
import { questions } from "./questions.ts";
import { thailand } from "./thailand.ts";

const answers: Readonly<Record<string, readonly PracticeAnswer[]>> = {
  pk: pakistan,
  eg: egypt,
  in: india,
  jp: japan,
  th: thailand,
  cn: china,
  mx: mexico,
  ng: nigeria,
};

/**
 * The practice set: eight questions, each answered for eight cultures, some flawed on purpose. In order of the questions,
 * so that neighbours in the queue are siblings.
 */
export const practiceItems: readonly PracticeItem[] = Object.entries(questions).flatMap(([key, { topic, asked }]) =>
  Object.entries(answers).flatMap(([culture, own]) =>
    own
      .filter((answer) => answer.question === key)
      .map(({ language, answer, expected, why }) => ({
        id: `${key}-${culture}`,
        culture,
        topic,
        language,
        questionKey: key,
        turns: [
          { role: "user" as const, content: new Map(Object.entries(asked)).get(language) ?? asked.en },
          { role: "assistant" as const, content: answer },
        ],
        expected,
        why,
      })),
  ),
);
