import type { SampleConversation } from "../sample-item.ts";
import { atTable } from "./at-table.ts";
import { familyAndSpeech } from "./family-and-speech.ts";
import { feastsAndSeasons } from "./feasts-and-seasons.ts";
import { learningAndLeisure } from "./learning-and-leisure.ts";
import { outAndAbout } from "./out-and-about.ts";
import { type SampleQuestion, sampleCultures } from "./sample-question.ts";
import { workAndMoney } from "./work-and-money.ts";

export const sampleQuestions: readonly SampleQuestion[] = [
  ...atTable,
  ...feastsAndSeasons,
  ...familyAndSpeech,
  ...workAndMoney,
  ...learningAndLeisure,
  ...outAndAbout,
];

/**
 * The sample project: thirty questions, each answered for eight cultures in English, so that siblings can be compared, and
 * ten of them in seven of the cultures' own languages as well. Written for Tessera.
 */
export const sampleConversations: readonly SampleConversation[] = sampleQuestions.flatMap((question) =>
  sampleCultures.flatMap((culture) => {
    const own = question.own?.[culture];
    return [
      conversation(question, culture, "en", question.asked, question.answers[culture]),
      ...(own === undefined ? [] : [conversation(question, culture, own.language, own.asked, own.answer)]),
    ];
  }),
);

function conversation(
  question: SampleQuestion,
  culture: string,
  language: string,
  asked: string,
  answer: string,
): SampleConversation {
  return {
    id: `${question.key}-${culture}-${language}`,
    culture,
    topic: question.topic,
    language,
    questionKey: question.key,
    turns: [
      { role: "user", content: asked },
      { role: "assistant", content: answer },
    ],
  };
}
