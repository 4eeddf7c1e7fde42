import { projectPages } from "#components/shell/project-pages.ts";
import type { ShellProject } from "#components/shell/shell-props.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { PaletteCommand } from "./palette-command.ts";

/** What the commands need of the studio around them. */
export interface StudioHands {
  go: (address: string) => void;
  setTheme: (theme: "light" | "dark" | "system") => void;
  setDensity: (density: "comfortable" | "compact") => void;
  setHiddenCharacters: (choice: "named" | "written") => void;
  showKeys: () => void;
  signOut: () => void;
  copyAddress: () => void;
}

/** Other words people have for the pages, by the segment of their address. */
const pageWords: Readonly<Record<string, readonly string[]>> = {
  "": ["home", "dashboard", "summary", "progress", "status", "what is missing", "next step"],
  triage: ["review", "annotate", "decide", "queue", "label", "next conversation", "work"],
  browse: ["grid", "table", "list", "conversations", "all", "rows", "search", "find", "explore", "filter"],
  compare: ["side by side", "siblings", "across cultures", "same question", "pairs", "a or b", "ranking", "questions"],
  leaks: ["duplicates", "copies", "near twins", "shared", "same in other cultures", "redundant", "neighbours"],
  scores: ["calibration", "agreement", "estimators", "auroc", "threshold", "stale", "score again", "reliability"],
  map: [
    "plot",
    "scatter",
    "chart",
    "coverage",
    "medians",
    "distributions",
    "neighbours",
    "near twins",
    "outliers",
    "gaps",
  ],
  runs: [
    "generate",
    "start a run",
    "ask each culture",
    "language model",
    "llm",
    "synthesise",
    "method",
    "budget",
    "calls",
    "pause",
  ],
  import: ["upload", "add data", "load a file", "jsonl", "csv", "add conversations"],
  export: ["download", "save as jsonl", "release", "dataset", "training file", "output"],
  team: ["members", "people", "invite", "users", "roles", "annotators", "tokens", "api key"],
  settings: [
    "preferences",
    "options",
    "configure",
    "cultures",
    "topics",
    "tags",
    "guideline",
    "overlap",
    "blind mode",
    "connections",
    "models",
    "api key",
    "endpoint",
    "openai",
    "ollama",
  ],
};

/** Everything that can be done from anywhere: the pages, ready-made filters, the look, help. */
export function studioCommands(project: ShellProject | null, hands: StudioHands): PaletteCommand[] {
  return [...(project === null ? [] : projectCommands(project, hands)), ...everywhere(hands)];
}

function projectCommands(project: ShellProject, { go }: StudioHands): PaletteCommand[] {
  const base = `/projects/${project.slug}`;
  const pages = projectPages
    .filter((page) => reaches(project.role, page.needs))
    .map(
      (page): PaletteCommand => ({
        id: `go-${page.segment === "" ? "overview" : page.segment}`,
        title: `Go to ${page.title}`,
        words: pageWords[page.segment] ?? [],
        group: "go",
        run: () => go(page.segment === "" ? base : `${base}/${page.segment}`),
      }),
    );
  const filter = (id: string, title: string, query: string, words: readonly string[]): PaletteCommand => ({
    id,
    title,
    words,
    group: "filter",
    run: () => go(`${base}/browse?${query}`),
  });
  return [
    ...pages,
    {
      id: "go-prompts",
      title: "Go to Prompts",
      words: ["templates", "instructions", "wording", "what models are told", "system prompt"],
      group: "go",
      run: () => go(`${base}/runs/prompts`),
    },
    filter("show-pending", "Show pending conversations", "status=pending", ["undecided", "to do", "open", "waiting"]),
    filter("show-accepted", "Show accepted conversations", "status=accepted", ["approved", "good", "done", "kept"]),
    filter("show-rejected", "Show rejected conversations", "status=rejected", [
      "declined",
      "refused",
      "bad",
      "discarded",
    ]),
    filter("show-flagged", "Show flagged conversations", "flagged=true", ["for the lead", "problems", "reported"]),
    filter("show-edited", "Show edited conversations", "edited=true", ["changed", "rewritten", "corrected"]),
    filter("show-unscored", "Show conversations without a score", "scored=-representativeness", [
      "unscored",
      "no score",
      "missing scores",
      "null",
    ]),
    filter("sort-representative", "Most representative first", "sort=representativeness.descending", [
      "sort by representativeness",
      "typical",
      "best",
      "highest score",
    ]),
    filter("sort-distinctive", "Most distinctive first", "sort=distinctiveness.descending", [
      "sort by distinctiveness",
      "unusual",
      "particular",
      "unlike others",
    ]),
    filter("sort-newest", "Newest first", "sort=added.descending", ["latest", "recently added", "sort by date"]),
    filter("sort-updated", "Lately changed first", "sort=updated.descending", ["recent changes", "last updated"]),
  ];
}

function everywhere(hands: StudioHands): PaletteCommand[] {
  return [
    {
      id: "go-projects",
      title: "All projects",
      words: ["switch project", "home", "other project", "go to projects"],
      group: "go",
      run: () => hands.go("/projects"),
    },
    {
      id: "new-project",
      title: "New project",
      words: ["create project", "add project", "start"],
      group: "go",
      run: () => hands.go("/projects/new"),
    },
    {
      id: "theme-dark",
      title: "Dark theme",
      words: ["dark mode", "night", "black"],
      group: "studio",
      run: () => hands.setTheme("dark"),
    },
    {
      id: "theme-light",
      title: "Light theme",
      words: ["light mode", "day", "white", "bright"],
      group: "studio",
      run: () => hands.setTheme("light"),
    },
    {
      id: "theme-system",
      title: "Theme of the system",
      words: ["automatic theme", "auto", "default theme"],
      group: "studio",
      run: () => hands.setTheme("system"),
    },
    {
      id: "density-compact",
      title: "Compact rows",
      words: ["dense", "smaller rows", "more rows", "density"],
      group: "studio",
      run: () => hands.setDensity("compact"),
    },
    {
      id: "density-comfortable",
      title: "Comfortable rows",
      words: ["bigger rows", "larger", "spacious", "density"],
      group: "studio",
      run: () => hands.setDensity("comfortable"),
    },
    {
      id: "hidden-characters-written",
      title: "Hidden characters as written",
      words: ["show raw", "raw text", "invisible characters", "direction marks", "bidi"],
      group: "studio",
      run: () => hands.setHiddenCharacters("written"),
    },
    {
      id: "hidden-characters-named",
      title: "Hidden characters in boxes",
      words: ["show invisible characters", "control characters", "zero width", "direction marks"],
      group: "studio",
      run: () => hands.setHiddenCharacters("named"),
    },
    {
      id: "keys",
      title: "Keys of this page",
      words: ["keyboard shortcuts", "hotkeys", "help", "key map", "remap keys", "cheat sheet"],
      key: "?",
      group: "studio",
      run: hands.showKeys,
    },
    {
      id: "copy-address",
      title: "Copy the link to this page",
      words: ["share", "copy url", "address"],
      group: "studio",
      run: hands.copyAddress,
    },
    {
      id: "api",
      title: "Description of the API",
      words: ["openapi", "developer", "documentation", "json api"],
      group: "studio",
      run: () => hands.go("/api/v1/openapi.json"),
    },
    {
      id: "sign-out",
      title: "Sign out",
      words: ["log out", "logout", "leave", "exit", "switch user"],
      group: "studio",
      run: hands.signOut,
    },
  ];
}
