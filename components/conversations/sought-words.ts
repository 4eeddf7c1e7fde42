import { type Highlight, searchHighlights } from "#lib/text/search-highlights.ts";
import { parseSearch, searchText } from "#lib/text/search-query.ts";
import type { FilterWord } from "./filter-words.ts";

/** A search taken apart: a chip for each thing searched, and where they stand in a text. */
export interface Sought {
  search: string;
  words: readonly FilterWord[];
  marksOf: (text: string) => Highlight[];
}

export function soughtWords(search: string): Sought {
  const { terms } = parseSearch(search);
  return {
    search,
    words: terms.map((term, index) => ({
      key: `search ${index} ${term.text}`,
      words: `${term.isExcluded ? "not " : ""}“${term.text}${term.isStart ? "…" : ""}”`,
      off: { search: searchText({ terms: terms.filter((each) => each !== term), filter: {} }) },
    })),
    marksOf: (text) => searchHighlights(text, terms),
  };
}
