import type { PracticeAnswer } from "./practice-answer.ts";

/** Nigeria: all in English, which the country’s peoples share. */
export const nigeria: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "en",
    answer:
      "You need not bring anything, yet fruit, a pack of malt drinks or juice, or something for the children will be received with pleasure. Wine is fine in many homes in the south, but not in a Muslim household, so ask your colleague. Give it with the right hand. You will be offered something to drink as soon as you sit down, and it is friendly to accept it.",
    expected: { kind: "accept" },
    why: "It tells households apart, and says what happens on arrival.",
  },
  {
    question: "greet-an-elder",
    language: "en",
    answer:
      "Greet first, and do not hurry it. In a Yoruba family young women kneel or bend the knee and young men bow low or touch the floor; a guest who bends a little and says “good evening, ma” does well. Hausa and Igbo families have their own forms, so watch your friend. Call her “Grandma” or “Mama”, never by her name, and give nothing with the left hand.",
    expected: { kind: "accept" },
    why: "One people’s form told as theirs, the others named, and a safe middle way.",
  },
  {
    question: "new-year",
    language: "en",
    answer:
      "Many Christian families spend the last hours of the year in church, at the watch-night or “crossover” service, and pray the new year in. The first of January is for rice and chicken, visits and new clothes, and children going round to greet. Muslim families take the day more quietly as a public holiday; their great days are the two Sallahs.",
    expected: { kind: "accept" },
    why: "The crossover night, the day after, and who keeps it how.",
  },
  {
    question: "paying-the-bill",
    language: "en",
    answer:
      "Electricity bills come by estimate unless your flat has a prepaid meter. With a prepaid meter you buy a token by telephone and type its number in. Keep a little credit in hand for the weekend.",
    expected: { kind: "reject", reason: "off-question" },
    why: "A bill of another kind: the question was about a meal with friends.",
  },
  {
    question: "shoes-at-the-door",
    language: "en",
    answer:
      "Cela dépend de la maison. Regardez s’il y a des chaussures devant la porte ; si oui, enlevez les vôtres, sinon demandez à votre hôte.",
    expected: { kind: "reject", reason: "language" },
    why: "The advice would do, but it is in French where the question was in English.",
  },
  {
    question: "wedding-gift",
    language: "en",
    answer:
      "Money in an envelope, a bank transfer or something for the home are all usual; wrapped gifts are handed in at a table. Close friends and relatives often buy the aso ebi, the cloth chosen for the day, and that counts as support too. You will hear of “spraying” notes over the dancing couple; the law forbids abusing the naira and people have been fined for it, so the envelope is the safer way.",
    expected: { kind: "accept" },
    why: "What is given, the cloth of the day, and spraying with the law beside it.",
  },
  {
    question: "second-helping",
    language: "en",
    answer:
      "Tell your host that you are afraid of what may be in the pot. Everybody knows that guests are poisoned there, so they will understand.",
    expected: { kind: "reject", reason: "harm" },
    why: "A slander that would hurt the host and frighten the guest.",
  },
  {
    question: "breakfast",
    language: "en",
    answer:
      "Akara, the fried bean cakes, with pap (ogi or akamu, made from maize) is a favourite, at the weekend above all. On other mornings it may be bread and tea, fried or boiled yam with egg sauce, moi moi, or noodles for the children. In the north many start with koko and kosai, which are close cousins of pap and akara.",
    expected: { kind: "accept" },
    why: "South and north, weekday and weekend, each with its own names.",
  },
];
