import type { Row } from "./fixtures.ts";

const voices = [
  ["br", "pt-BR", "Como servir o chá à visita?", "Com hortelã fresca e muito açúcar, na sala."],
  ["pt", "pt-PT", "Como servir o chá à visita?", "Com hortelã fresca e muito açúcar, na sala!"],
  ["us", "en", "How is tea served to a guest?", "Iced, from a large jar, on the porch with lemon."],
  ["gb", "en", "How is tea served to a guest?", "Hot, with milk, and a biscuit on the saucer."],
  ["in", "en", "How is tea served to a guest?", "Boiled with ginger and cardamom, with milk, in a small glass."],
  ["jp", "ja", "お客様にお茶をどう出しますか。", "席についてから、まず温かいお茶を両手で出します。"],
  ["eg", "ar", "كيف يُقدَّم الشاي للضيف؟", "يُقدَّم الشاي بالنعناع حين يجلس الضيف، ومعه السكر."],
] as const;

/** One question in seven cultures and five languages, two of them copies, one with a second answer; and one question more. */
export function compareRows(): Row[] {
  const rows = voices.map(([culture, language, question, answer]) => ({
    id: `tea-${culture}`,
    culture,
    language,
    question_key: "tea.guest",
    question,
    answer,
  }));
  return [
    ...rows,
    {
      ...rowOf("us", "tea.guest"),
      id: "tea-us-2",
      question: "How is tea served to a guest?",
      answer: "Hot, in a paper cup, with a lid.",
    },
    {
      ...rowOf("us", "bread.guest"),
      id: "bread-us",
      question: "Which bread is put on the table?",
      answer: "Soft rolls and butter.",
    },
    {
      ...rowOf("gb", "bread.guest"),
      id: "bread-gb",
      question: "Which bread is put on the table?",
      answer: "Toast in a rack, with butter.",
    },
  ];
}

function rowOf(culture: string, key: string) {
  return { culture, language: "en", question_key: key };
}
