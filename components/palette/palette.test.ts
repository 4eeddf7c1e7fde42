import { expect, test } from "vitest";
import { triageCommands } from "#components/triage/triage-commands.ts";
import { rankCommands } from "./rank-commands.ts";
import { studioCommands } from "./studio-commands.ts";

const nothing = () => undefined;
const hands = {
  go: nothing,
  setTheme: nothing,
  setDensity: nothing,
  setHiddenCharacters: nothing,
  showKeys: nothing,
  signOut: nothing,
  copyAddress: nothing,
};
const project = {
  slug: "courtesies",
  name: "Courtesies",
  role: "admin" as const,
  counts: { pending: 3, total: 9 },
  runs: [],
};
const commands = [...triageCommands.map(({ id, title }) => ({ id, title })), ...studioCommands(project, hands)];

/** What people type who want something, and what they want; written before the words of the commands were. */
const intents: readonly (readonly [string, string])[] = [
  ["browse", "go-browse"],
  ["triage", "go-triage"],
  ["review", "go-triage"],
  ["import", "go-import"],
  ["upload file", "go-import"],
  ["export", "go-export"],
  ["download", "go-export"],
  ["jsonl", "go-import"],
  ["team", "go-team"],
  ["invite", "go-team"],
  ["members", "go-team"],
  ["settings", "go-settings"],
  ["prefs", "go-settings"],
  ["guideline", "go-settings"],
  ["cultures", "go-settings"],
  ["tags", "go-settings"],
  ["overview", "go-overview"],
  ["dashboard", "go-overview"],
  ["projects", "go-projects"],
  ["switch project", "go-projects"],
  ["new project", "new-project"],
  ["create", "new-project"],
  ["dark", "theme-dark"],
  ["dark mode", "theme-dark"],
  ["night", "theme-dark"],
  ["light", "theme-light"],
  ["white", "theme-light"],
  ["auto theme", "theme-system"],
  ["compact", "density-compact"],
  ["dense", "density-compact"],
  ["comfortable", "density-comfortable"],
  ["shortcuts", "keys"],
  ["hotkeys", "keys"],
  ["help", "keys"],
  ["keyboard", "keys"],
  ["logout", "sign-out"],
  ["log out", "sign-out"],
  ["sign out", "sign-out"],
  ["copy link", "copy-address"],
  ["share", "copy-address"],
  ["api", "api"],
  ["openapi", "api"],
  ["pending", "show-pending"],
  ["undecided", "show-pending"],
  ["accepted", "show-accepted"],
  ["rejected", "show-rejected"],
  ["flagged", "show-flagged"],
  ["edited", "show-edited"],
  ["unscored", "show-unscored"],
  ["no score", "show-unscored"],
  ["most typical", "sort-representative"],
  ["representative", "sort-representative"],
  ["distinctive", "sort-distinctive"],
  ["newest", "sort-newest"],
  ["latest", "sort-newest"],
  ["recent changes", "sort-updated"],
  ["accept", "accept"],
  ["reject", "reject"],
  ["undo", "undo"],
  ["skip", "skip"],
  ["flag", "flag"],
  ["edit", "edit"],
  ["brwose", "go-browse"],
  ["setings", "go-settings"],
];

test("U34: of sixty common intents at least 95 % are found among the first three", () => {
  const missed = intents.filter(([query, wanted]) => {
    const first = rankCommands(commands, query, []).slice(0, 3);
    return !first.some(({ id }) => id === wanted);
  });
  expect(intents.length).toBeGreaterThanOrEqual(60);
  expect(missed.length / intents.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05);
});

test("a role sees the pages it may open", () => {
  const ids = studioCommands({ ...project, role: "viewer" }, hands).map(({ id }) => id);
  expect(ids).toContain("go-browse");
  expect(ids).not.toContain("go-import");
  expect(studioCommands(null, hands).some(({ group }) => group === "filter")).toBe(false);
});

test("without a query the latest come first; with one, habit only breaks ties", () => {
  const three = [
    { id: "a", title: "Alpha" },
    { id: "b", title: "Beta" },
    { id: "c", title: "Alpine" },
  ];
  const ids = (query: string, recent: string[]) => rankCommands(three, query, recent).map(({ id }) => id);
  expect(ids("", ["b"])).toEqual(["b", "a", "c"]);
  expect(ids("al", [])).toEqual(["a", "c"]);
  expect(ids("al", ["c"])).toEqual(["c", "a"]);
  expect(ids("alpha", ["c"])).toEqual(["a"]);
});

test("nothing is found by what stands nowhere, marks and case do not matter", () => {
  expect(rankCommands([{ id: "a", title: "Größe" }], "zzz", [])).toEqual([]);
  expect(rankCommands([{ id: "a", title: "Größe" }], "GROSSE", []).length).toBe(1);
});
