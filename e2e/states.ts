import { expect, type Page } from "@playwright/test";
import type { Width } from "./looks.ts";
import type { Stage } from "./stage.ts";
import { untilAnswering } from "./until-answering.ts";

/** One page in one state, and how to bring it about. */
export interface State {
  name: string;
  path: (stage: Stage) => string;
  /** What is pressed once the page is there. */
  act?: (page: Page, stage: Stage) => Promise<unknown>;
  /** What is there then, as a selector. */
  shows?: string;
  /** Takes back what the state left behind, so that the next one begins as it should. */
  after?: (page: Page, stage: Stage) => Promise<unknown>;
  /** For what there is at some widths only; it is brought about at the first of them. */
  at?: readonly Width[];
  /** Whether its main action must be reached by Tab. */
  hasMainAction?: boolean;
  /** How many stops of Tab it has at least; two where nothing else is said. */
  stops?: number;
}

const of =
  (rest: string) =>
  ({ full }: Stage): string =>
    `/projects/${full}${rest}`;
const ofEmpty =
  (rest: string) =>
  ({ empty }: Stage): string =>
    `/projects/${empty}${rest}`;
const press =
  (...keys: readonly string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const click = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const japanese = of("/triage?culture=jp");
const card = ({ full, item }: Stage) => `/projects/${full}/triage?item=${item}`;

/** Pages that need no session. */
export const doors: readonly State[] = [
  { name: "sign-in", path: () => "/sign-in", hasMainAction: true },
  {
    name: "sign-in refused",
    path: () => "/sign-in",
    act: async (page) => {
      await page.getByLabel("E-mail").fill("nobody@example.org");
      await page.getByLabel("Password").fill("no such stones");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("alert").filter({ hasText: /\w/ }).first()).toBeVisible();
    },
  },
  { name: "set-up, done", path: () => "/set-up" },
  { name: "set-up, no such link", path: () => "/set-up?token=x" },
  { name: "invitation, no such link", path: () => "/invitation?token=x" },
  { name: "invitation", path: ({ invitation }) => invitation },
];

export const projects: readonly State[] = [
  { name: "projects", path: () => "/projects", hasMainAction: true },
  { name: "new project", path: () => "/projects/new", hasMainAction: true },
  {
    name: "new project, refused",
    path: () => "/projects/new",
    shows: "[aria-invalid=true], :user-invalid",
    act: click("Make the project"),
  },
  { name: "overview", path: of(""), hasMainAction: true },
  { name: "overview, empty", path: ofEmpty(""), hasMainAction: true },
  { name: "palette", path: of(""), shows: "dialog:modal", act: press("Control+k"), stops: 1 },
  {
    name: "palette, nothing found",
    path: of(""),
    shows: "dialog:modal",
    stops: 1,
    act: async (page) => {
      await press("Control+k")(page);
      await page.getByRole("combobox").fill("qqqq");
    },
  },
  { name: "account menu", path: of(""), shows: ":popover-open", act: click(/: account$/) },
  { name: "help menu", path: of(""), shows: ":popover-open", act: click("Help") },
  { name: "pages menu", path: of(""), shows: ":popover-open", act: click("Menu"), at: [320] },
  { name: "no such page", path: of("/nowhere"), hasMainAction: true },
  { name: "no such project", path: () => "/projects/nowhere-at-all" },
];

export const files: readonly State[] = [
  { name: "import", path: of("/import"), hasMainAction: true },
  { name: "import, empty", path: ofEmpty("/import"), hasMainAction: true },
  { name: "import, review", path: ({ full, review }) => `/projects/${full}/import/${review}`, hasMainAction: true },
  { name: "import, done", path: ({ full, done }) => `/projects/${full}/import/${done}`, hasMainAction: true },
  { name: "export", path: of("/export?culture=eg"), hasMainAction: true },
  { name: "export, empty", path: ofEmpty("/export") },
];

export const arranged: readonly State[] = [
  { name: "scores", path: of("/scores") },
  { name: "scores, empty", path: ofEmpty("/scores") },
  { name: "team", path: of("/team") },
  { name: "settings, general", path: of("/settings?section=general"), hasMainAction: true },
  { name: "settings, guideline", path: of("/settings?section=guideline"), hasMainAction: true },
  { name: "settings, cultures", path: of("/settings?section=cultures") },
  {
    name: "settings, a culture",
    path: ({ full, culture }) => `/projects/${full}/settings?section=cultures&culture=${culture}`,
    hasMainAction: true,
  },
  { name: "settings, topics", path: of("/settings?section=topics") },
  { name: "settings, connections", path: of("/settings?section=connections") },
  {
    name: "settings, a new connection",
    path: of("/settings?section=connections&connection=new"),
    hasMainAction: true,
  },
  { name: "settings, tags", path: of("/settings?section=tags") },
  { name: "team, alone", path: ofEmpty("/team") },
  { name: "settings, nothing in it yet", path: ofEmpty("/settings?section=tags") },
];

export const browse: readonly State[] = [
  { name: "browse", path: of("/browse") },
  { name: "browse, filtered", path: of("/browse?culture=eg,jp") },
  { name: "browse, nothing matches", path: of("/browse?culture=eg&status=rejected&language=ja") },
  { name: "browse, empty", path: ofEmpty("/browse") },
  { name: "browse, filters", path: of("/browse"), shows: "dialog:modal", act: click("Filters"), at: [768, 320] },
  { name: "browse, sort", path: of("/browse"), shows: ":popover-open", act: click(/^Sort/) },
  { name: "browse, columns", path: of("/browse"), shows: ":popover-open", act: click("Columns"), at: [1440, 768] },
  { name: "browse, keys", path: of("/browse"), shows: "dialog:modal", act: press("?") },
  {
    name: "browse, a search not understood",
    path: of("/browse"),
    act: async (page) => {
      await page.getByRole("searchbox", { name: "Search the conversations" }).fill("colour:red");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert").filter({ hasText: "is no filter" })).toBeVisible();
    },
  },
];

const selectShown = async (page: Page) => {
  await page.getByRole("checkbox", { name: /^Select the \d+ loaded rows/ }).check();
  await expect(page.getByRole("region", { name: "Selected" })).toBeVisible();
};

export const acts: readonly State[] = [
  {
    name: "browse, beside the list",
    path: of("/browse"),
    act: async (page) => {
      await page.getByRole("grid").getByRole("link").first().click();
      await expect(page.getByRole("complementary", { name: /^Conversation, / })).toBeVisible();
    },
  },
  {
    name: "browse, editing beside the list",
    path: of("/browse"),
    act: async (page) => {
      await page.getByRole("grid").getByRole("link").first().click();
      await expect(page.getByRole("toolbar", { name: "Decide" })).toBeVisible();
      await page.keyboard.press("e");
      await expect(page.getByRole("textbox", { name: "Assistant" })).toBeFocused();
    },
  },
  { name: "browse, rows selected", path: of("/browse"), act: selectShown },
  {
    name: "browse, an act shown first",
    path: of("/browse"),
    act: async (page) => {
      await selectShown(page);
      await page.getByRole("region", { name: "Selected" }).getByRole("button", { name: "Accept" }).click();
      await expect(page.getByRole("button", { name: /^Accept \d+/ })).toBeVisible();
    },
  },
  {
    name: "browse, views",
    path: of("/browse"),
    act: async (page) => {
      await page.getByRole("button", { name: "Views", exact: true }).click();
      await expect(page.getByRole("dialog", { name: "Views" }).getByRole("button").first()).toBeVisible();
    },
  },
];

export const triage: readonly State[] = [
  { name: "triage", path: card },
  {
    name: "triage, why",
    path: card,
    shows: ".why.open",
    act: (page) => page.locator(".why-line:visible").click(),
    at: [768, 320],
  },
  { name: "triage, rejecting", path: card, shows: ".act.asking", act: press("x") },
  { name: "triage, flagging", path: card, shows: ".act.asking", act: press("f") },
  { name: "triage, noting", path: card, shows: ".remark-note:visible", act: press("n") },
  { name: "triage, commenting", path: card, shows: ".comments textarea:visible", act: press("m") },
  {
    name: "triage, editing",
    path: card,
    act: async (page) => {
      await page.keyboard.press("e");
      await expect(page.getByRole("textbox", { name: "Assistant" })).toBeFocused();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" \u200fmore");
      await expect(page.locator("ins").first()).toBeVisible();
    },
  },
];

export const aside: readonly State[] = [
  {
    name: "triage, tagging",
    path: card,
    act: async (page) => {
      await page.keyboard.press("t");
      await expect(page.getByRole("listbox", { name: "Tags" }).getByRole("option").first()).toBeVisible();
    },
  },
  {
    name: "triage, guideline",
    path: card,
    act: async (page) => {
      await page.keyboard.press("g");
      await expect(page.getByRole("region", { name: "Guideline" })).toBeVisible();
    },
  },
  { name: "triage, keys", path: card, shows: "dialog:modal", act: press("?") },
  { name: "triage, nothing to decide", path: ofEmpty("/triage") },
  {
    name: "triage, the next card on its way",
    path: japanese,
    shows: ".queue-end-page[aria-busy=true]",
    act: async (page, stage) => {
      await page.route("**/claims", () => undefined);
      // Not by a reload: the address may hold the first card already.
      await page.goto(japanese(stage));
    },
    after: (page) => page.unrouteAll({ behavior: "ignoreErrors" }),
  },
  {
    name: "triage, done",
    path: ({ short }) => `/projects/${short}/triage`,
    shows: ".queue-end-page:not([aria-busy]) .button",
    act: async (page) => {
      await expect(page.getByRole("region", { name: "Question" }).getByRole("heading")).toBeVisible();
      await page.keyboard.press("a");
      await expect(page.locator(".queue-end-page")).toContainText("1 accepted");
    },
    after: async (page) => {
      await page.keyboard.press("z");
      await expect(page.locator("#announcer")).toHaveText(/^Undone/);
      await expect(page.locator("#bar-slot")).toHaveText("");
    },
  },
  {
    name: "triage, two versions",
    path: ({ full, contested }) => `/projects/${full}/triage?item=${contested}`,
    shows: ".conflict",
    act: async (page, { owner, full, contested }) => {
      await expect(page.getByRole("region", { name: "Question" }).getByRole("heading")).toBeVisible();
      const path = `/projects/${full}/conversations/${contested}`;
      const { conversation } = await owner.call("GET", path);
      const { version, turns } = conversation as { version: number; turns: { role: string; content: string }[] };
      const changed = turns.map((turn) => ({ ...turn, content: `${turn.content} (${version})` }));
      await owner.call("POST", `${path}/revisions`, { expectedVersion: version, turns: changed, accept: false });
      await page.keyboard.press("a");
      await page.getByRole("button", { name: "1 needs you" }).click();
    },
    after: async (page) => {
      await page.keyboard.press("1");
      await expect(page.locator("#bar-slot")).toHaveText("");
    },
  },
  {
    name: "a page that broke",
    path: card,
    shows: "main .button",
    act: async (page) => {
      await page.evaluate(() => {
        Reflect.set(Intl, "Segmenter", () => {
          throw new Error("Broken on purpose.");
        });
      });
      await page.keyboard.press("e");
      // A draft that an earlier look left breaks the page before anything is typed.
      const field = page.getByRole("textbox", { name: "Assistant" });
      await expect(field.or(page.getByRole("heading", { name: "This page broke" }))).toBeVisible();
      if (await field.isVisible()) await field.press("x");
      await expect(page.getByRole("textbox")).toHaveCount(0);
    },
    after: (page) => page.evaluate(() => indexedDB.deleteDatabase("tessera") !== null),
  },
  { name: "triage, no such card", path: of("/triage?item=00000000-0000-7000-8000-000000000000") },
];

const compared = "/compare?question=visit.first-offer";
export const compare: readonly State[] = [
  { name: "compare, questions", path: of("/compare") },
  { name: "compare, no question yet", path: ofEmpty("/compare"), hasMainAction: true },
  { name: "compare", path: of(compared), shows: ".compare-column" },
  { name: "compare, only here", path: of(`${compared}&lens=only-here`), shows: ".compare-column" },
  { name: "compare, scores", path: of(`${compared}&lens=scores`), shows: ".score-axes" },
  { name: "compare, pairs", path: of(`${compared}&pairs=typical`), shows: ".compare-columns.pair" },
  { name: "compare, blind", path: of(compared), shows: ".compare-guesses", act: press("b") },
  { name: "compare, rejecting", path: of(compared), shows: ".act.asking", act: press("x") },
  { name: "compare, aids", path: of(compared), shows: ".compare-aids.open", act: click("Aids"), at: [768, 320] },
];

export const map: readonly State[] = [
  { name: "map", path: of("/map"), shows: ".map-head" },
  { name: "map, distributions", path: of("/map?tab=distributions"), shows: ".map-distribution" },
  { name: "map, neighbours", path: of("/map?tab=neighbours"), shows: ".map-near" },
  { name: "map, empty", path: ofEmpty("/map") },
];

export const leaks: readonly State[] = [
  { name: "leaks", path: of("/leaks") },
  { name: "leaks, empty", path: ofEmpty("/leaks") },
];

export const runs: readonly State[] = [
  { name: "runs", path: ({ ran }) => `/projects/${ran}/runs`, shows: "form .run-cultures", hasMainAction: true },
  { name: "runs, no model", path: ofEmpty("/runs"), hasMainAction: true },
  { name: "run", path: ({ ran, run }) => `/projects/${ran}/runs/${run}`, shows: ".run-matrix", hasMainAction: true },
  {
    name: "run, an item",
    path: ({ ran, run }) => `/projects/${ran}/runs/${run}`,
    shows: ".run-item details[open] pre",
    act: async (page) => {
      await page.getByRole("group", { name: /^Items/ }).press("Enter");
      await page.locator(".run-item summary").first().click();
    },
  },
  {
    name: "run, as a table",
    path: ({ ran, run }) => `/projects/${ran}/runs/${run}`,
    shows: ".run-table",
    act: click("Table"),
  },
  {
    name: "run, other limits",
    path: ({ ran, run }) => `/projects/${ran}/runs/${run}`,
    shows: "form [name=maxCalls]",
    act: click("Change the limits"),
  },
];

/** Brings a state about, in a window of a width that has it. */
export async function bringAbout(page: Page, state: State, stage: Stage): Promise<void> {
  await page.setViewportSize({ width: state.at?.[0] ?? 1440, height: 900 });
  await page.goto(state.path(stage));
  await expect(page.locator("h1:visible")).toHaveCount(1);
  if (state.path === card) await expect(page.locator(".queue-left")).toHaveText(/left/);
  await untilAnswering(page);
  await state.act?.(page, stage);
  if (state.shows !== undefined) await expect(page.locator(state.shows).first(), state.name).toBeVisible();
}
