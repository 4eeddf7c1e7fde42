import type { PracticeAnswer } from "./practice-answer.ts";

/** Mexico: four in Spanish, four in English. */
export const mexico: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "es",
    answer:
      "Un postre, pan dulce, una botella de vino o unas flores quedan muy bien; basta con preguntar «¿qué llevo?» y casi siempre te dirán «nada, con que vengas», pero no llegues con las manos vacías. Evita el cempasúchil, que es la flor de los muertos. Y no hace falta llegar en punto: un cuarto de hora después es lo normal.",
    expected: { kind: "accept" },
    why: "The gift, the ritual answer to the question, and the hour to come.",
  },
  {
    question: "greet-an-elder",
    language: "en",
    answer:
      "Say “buenas tardes” and use “usted”; “doña” with her first name is respectful and warm. If she offers her cheek, one light kiss is the custom, otherwise take her hand. Greet everyone else in the room as well, one by one, and do the same when you leave.",
    expected: { kind: "accept" },
    why: "Form of address, the cheek, and greeting the whole room.",
  },
  {
    question: "new-year",
    language: "es",
    answer:
      "Se cena tarde y en familia: bacalao, romeritos, pavo o pierna, según la casa. Con las doce campanadas se comen doce uvas, una por deseo, y luego vienen los abrazos. Hay quien barre hacia afuera, saca a pasear las maletas para viajar o reparte lentejas para que no falte el dinero. El recalentado del día primero es parte de la fiesta.",
    expected: { kind: "accept" },
    why: "Dinner, grapes, embraces and the leftovers, with the small rites told as what some do.",
  },
  {
    question: "paying-the-bill",
    language: "en",
    answer:
      "Listen for “yo invito”: whoever says it is paying. Among friends the bill is mostly shared, either in equal parts or each for their own, and someone whose birthday it is does not pay. If you want to treat, say so when you propose the evening, and have a word with the waiter early.",
    expected: { kind: "accept" },
    why: "It turns on two words that are really said.",
  },
  {
    question: "shoes-at-the-door",
    language: "en",
    answer:
      "Yes. In every Mexican home there is a rack by the door, and walking in with your shoes on is one of the worst insults a guest can offer.",
    expected: { kind: "reject", reason: "untrue" },
    why: "Guests mostly keep their shoes on; a home that asks otherwise will say so.",
  },
  {
    question: "wedding-gift",
    language: "es",
    answer:
      "Mira primero la invitación: muchas parejas ponen una mesa de regalos en una tienda o piden «lluvia de sobres», es decir, dinero en un sobre con tu nombre. Si te nombran padrino o madrina de algo, como el lazo, las arras o el pastel, tu regalo es justamente eso. Cuánto dar depende de la cercanía.",
    expected: { kind: "accept" },
    why: "Gift table, rain of envelopes, and what a sponsor gives.",
  },
  {
    question: "second-helping",
    language: "es",
    answer:
      "No te preocupes: los mexicanos son así, comen hasta reventar y luego se echan a dormir la siesta en lugar de trabajar. Nadie va a notar si tú dejas de comer.",
    expected: { kind: "reject", reason: "stereotype" },
    why: "The old cartoon of the lazy Mexican, and no help to a guest.",
  },
  {
    question: "breakfast",
    language: "en",
    answer:
      "The everyday breakfast is gallo pinto, rice and black beans fried together with a dash of Salsa Lizano, with natilla and fried ripe plantain at the side.",
    expected: { kind: "reject", reason: "other-culture" },
    why: "Gallo pinto with Lizano is Costa Rican; a Mexican morning has chilaquiles, eggs or sweet bread.",
  },
];
