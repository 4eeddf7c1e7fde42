import type { SampleConversation } from "../sample-item.ts";

const answer = (
  culture: string,
  content: string,
  language = "en",
  asked = "How do people say thank you after a meal at somebody’s home?",
): SampleConversation => ({
  id: `thanks-after-a-meal-${culture}-${language}`,
  culture,
  topic: "dining-etiquette",
  language,
  questionKey: "thanks-after-a-meal",
  turns: [
    { role: "user", content: asked },
    { role: "assistant", content },
  ],
});

/** Thanks after a meal. */
export const thanks: readonly SampleConversation[] = [
  answer(
    "jp",
    "“Gochisōsama deshita”, said to whoever cooked, at the end of the meal. Before it one says “itadakimasu”.",
  ),
  answer(
    "jp",
    "作ってくれた人に「ごちそうさまでした」と言います。食べ始めるときは「いただきます」です。",
    "ja",
    "食事をごちそうになったあと、どのようにお礼を言いますか。",
  ),
  answer("tr", "“Elinize sağlık”, health to your hand, is said to the cook, who answers “afiyet olsun”."),
  answer(
    "kr",
    "“Jal meogeosseumnida”, I ate well, said when the meal is over. Before it one says “jal meokgesseumnida”.",
  ),
  answer(
    "eg",
    "“Teslam ideek”, may your hands be kept safe, is said to the woman who cooked; to a man it is “teslam idak”.",
  ),
  answer(
    "de",
    "One praises the food in plain words and thanks for the invitation; many send a message the next day as well.",
  ),
  answer(
    "fr",
    "Guests praise dishes as they come and thank the hosts on leaving; a message the day after is good form.",
  ),
  answer("mx", "“Provecho” is wished to those who still eat, and “muchas gracias, estuvo muy rico” goes to the cook."),
];
