import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { MapCulture, MapSummary } from "#lib/schema/map.ts";
import { count, score } from "./median-table.tsx";
import type { TableCell, TableColumn, TableRow } from "./plot-table.tsx";

const columnsOf = (key: string, name: string): TableColumn[] => [
  { key: `${key}-scored`, title: `${name}: scored`, figure: true },
  { key: `${key}-median`, title: "median", figure: true },
  { key: `${key}-low`, title: "from", figure: true },
  { key: `${key}-high`, title: "to", figure: true },
  { key: `${key}-quarter`, title: "first quarter", figure: true },
  { key: `${key}-three`, title: "third quarter", figure: true },
  { key: `${key}-without`, title: "without", figure: true },
  { key: `${key}-why`, title: "why" },
];

/** The distributions in figures, with every reason why a score is missing. */
export function distributionTable(cultures: readonly MapCulture[]): { columns: TableColumn[]; rows: TableRow[] } {
  return {
    columns: [
      { key: "culture", title: "Culture" },
      { key: "conversations", title: "Conversations", figure: true },
      ...columnsOf("r", "Representative"),
      ...columnsOf("d", "Distinctive"),
    ],
    rows: cultures.map(({ code, name, endonym, language, conversations, representativeness, distinctiveness }) => ({
      key: code,
      cells: [
        { value: name, shown: <CultureName name={name} endonym={endonym} language={language} /> },
        count(conversations),
        ...cellsOf(representativeness, conversations),
        ...cellsOf(distinctiveness, conversations),
      ],
    })),
  };
}

function cellsOf({ scored, median, interval, quartiles, reasons }: MapSummary, conversations: number): TableCell[] {
  const why = (reasons ?? []).map(({ reason, count: own }) => `${formatCount(own)}: ${reason}`).join(" ");
  return [
    count(scored),
    score(median),
    score(interval?.low ?? null),
    score(interval?.high ?? null),
    score(quartiles?.low ?? null),
    score(quartiles?.high ?? null),
    count(conversations - scored),
    { value: why === "" ? null : why, shown: why === "" ? "–" : <span className="map-why">{why}</span> },
  ];
}
