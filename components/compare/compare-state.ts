import { oneOf } from "#lib/schema/choices.ts";
import { type AskedName, askedNames, type LensName, lensNames, mostCompared } from "#lib/schema/compare-choices.ts";
import { questionQuery } from "./compare-address.ts";

/** All of Compare that the address says. */
export interface CompareState {
  /** The key of the question; null for the list of questions. */
  readonly question: string | null;
  /** Codes of the cultures side by side, the reference first; empty for those that come first by name. */
  readonly cultures: readonly string[];
  readonly lens: LensName;
  /** Which of several answers of a culture is shown, counted from 0; by code, only where it is not the first. */
  readonly answers: Readonly<Record<string, number>>;
  /** What pairs are judged by; null while columns are read. */
  readonly asked: AskedName | null;
  /** What the list is searched for. */
  readonly search: string;
}

export const emptyCompare: CompareState = {
  question: null,
  cultures: [],
  lens: "plain",
  answers: {},
  asked: null,
  search: "",
};

/** Reads an address; what it does not understand is left out. */
export function parseCompare(query: string | URLSearchParams): CompareState {
  const given = new URLSearchParams(query);
  const answers: Record<string, number> = {};
  for (const each of listOf(given.get("answers"))) {
    const at = each.lastIndexOf(":");
    const place = Number(each.slice(at + 1));
    if (at > 0 && Number.isInteger(place) && place > 1 && place < 1000) answers[each.slice(0, at)] = place - 1;
  }
  const question = given.get("question");
  return {
    question: question === null || question === "" ? null : question,
    cultures: [...new Set(listOf(given.get("cultures")))].slice(0, mostCompared),
    lens: oneOf(lensNames, given.get("lens")) ?? "plain",
    answers,
    asked: oneOf(askedNames, given.get("pairs")),
    search: given.get("search")?.slice(0, 200) ?? "",
  };
}

/** The query of an address that says the state, without a question mark; what is as usual is left out. */
export function formatCompare({ question, cultures, lens, answers, asked, search }: CompareState): string {
  const query = questionQuery(question, cultures);
  if (lens !== "plain") query.set("lens", lens);
  const places = Object.entries(answers).filter(([, place]) => place > 0);
  if (places.length > 0) query.set("answers", places.map(([code, place]) => `${code}:${place + 1}`).join(","));
  if (asked !== null) query.set("pairs", asked);
  if (search !== "") query.set("search", search);
  return query.toString();
}

function listOf(text: string | null): string[] {
  return (text ?? "").split(",").filter((each) => each !== "");
}
