import type { PracticeItem } from "../sample-item.ts";

const question = "What should I do with my shoes when I visit somebody at home?";
const item = (culture: string, answer: string, expected: PracticeItem["expected"], why: string): PracticeItem => ({
  id: `shoes-on-a-visit-${culture}`,
  culture,
  topic: "greeting-and-courtesy",
  language: "en",
  questionKey: "shoes-on-a-visit",
  turns: [
    { role: "user", content: question },
    { role: "assistant", content: answer },
  ],
  expected,
  why,
});

/** One small question asked of eight cultures: enough to practise each key once. */
export const smallMoments: readonly PracticeItem[] = [
  item(
    "jp",
    "Take them off in the entrance before you step up, and turn them so that they point to the door. Slippers are usually offered; leave those outside a room with tatami.",
    { kind: "accept" },
    "It says where, how and what comes next, and all of it holds.",
  ),
  item(
    "kr",
    "Take them off at the entrance, as everybody in the house does. Floors are heated from below, and people sit and sometimes sleep on them.",
    { kind: "accept" },
    "It gives the custom and a reason for it.",
  ),
  item(
    "tr",
    "Take them off at the door. Many homes keep slippers for guests, and your host will hand you a pair.",
    { kind: "accept" },
    "Short, and what a guest meets at most doors.",
  ),
  item(
    "th",
    "Leave them outside the door before you go in, and do not step on the threshold. You keep your shoes on inside temples.",
    { kind: "reject", reason: "untrue" },
    "The last sentence is false: shoes come off before entering the buildings of a temple.",
  ),
  item(
    "in",
    "In many homes shoes stay at the door, above all near a kitchen or a place of prayer. If you see a row of them there, add yours; if not, ask.",
    { kind: "accept" },
    "It says that homes differ and how to tell.",
  ),
  item(
    "fi",
    "Take them off in the hall. Finns are cold people who would never tell you, so you had better do it before they dislike you.",
    { kind: "reject", reason: "stereotype" },
    "The custom is right, but it is explained by a cliché about a whole people.",
  ),
  item(
    "de",
    "It is different from home to home: ask “Soll ich die Schuhe ausziehen?” at the door and you are right everywhere.",
    { kind: "accept" },
    "It does not claim more than is so, and gives the words to ask with.",
  ),
  item(
    "mx",
    "Tacos are eaten by hand, with the head tilted and not the taco.",
    { kind: "reject", reason: "off-question" },
    "True enough, but it was shoes that were asked about.",
  ),
];
