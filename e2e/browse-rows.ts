import type { Page } from "@playwright/test";
import type { Person, Row } from "./fixtures.ts";

/** The same questions answered for six cultures, each in a language of its own; some words are in few rows only. */
const voices = [
  {
    culture: "pk",
    language: "ur",
    question: "شادی میں سلامی کب دی جاتی ہے؟",
    answer: "نکاح کے بعد لفافے میں سلامی دی جاتی ہے۔",
  },
  {
    culture: "jp",
    language: "ja",
    question: "お客様にお茶を出すのはいつですか。",
    answer: "席についてから、まずお茶を出します。",
  },
  { culture: "cn", language: "zh", question: "客人来了先端什么茶？", answer: "先请客人坐下，再端上一杯热茶。" },
  { culture: "ma", language: "ar", question: "متى يُقدَّم الشاي للضيف؟", answer: "يُقدَّم الشاي بالنعناع حين يجلس الضيف." },
  { culture: "th", language: "th", question: "ควรเสิร์ฟน้ำให้แขกเมื่อไร", answer: "เมื่อแขกนั่งแล้วจึงเสิร์ฟน้ำเย็น" },
  {
    culture: "us",
    language: "en",
    question: "When is a guest offered a drink?",
    answer: "Soon after they come in, with a choice.",
  },
];

/** `rounds` questions for each culture, so 6 × `rounds` rows. */
export function browseRows(rounds: number): Row[] {
  return Array.from({ length: rounds }, (_, round) =>
    voices.map((voice) => ({
      ...voice,
      id: `${round}-${voice.culture}`,
      question_key: `tea.${round}`,
      question: `${voice.question} (${round})`,
    })),
  ).flat();
}

export const grid = (page: Page) => page.getByRole("grid", { name: "Conversations" });
export const links = (page: Page) => grid(page).getByRole("link");
export const shown = (page: Page) => page.locator(".tools .count");
export const panel = (page: Page) => page.locator("aside.peek");
export const cursorRow = (page: Page) => grid(page).locator(".data-row.cursor");

/** A conversation as the server has it. */
export async function stored(person: Person, slug: string, id: string): Promise<{ status: string; version: number }> {
  const { conversation } = await person.call("GET", `/projects/${slug}/conversations/${id}`);
  const { status, version } = conversation as { status: string; version: number };
  return { status, version };
}

/** The rows of a list as the API gives them, in its order. */
export async function listed(
  person: Person,
  slug: string,
  query: string,
): Promise<{ id: string; question: string; version: number; status: string }[]> {
  const { rows } = await person.call("GET", `/projects/${slug}/conversations?limit=200&${query}`);
  return rows as { id: string; question: string; version: number; status: string }[];
}
