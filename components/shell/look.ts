/** How the pages look to one reader: kept in two cookies, so that the server draws the first frame right. */
const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

export const themeCookie = "tessera-theme";
export const densityCookie = "tessera-density";

/** The theme of a cookie's value; the machine's own when there is none or another word. */
export function themeOf(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** The density of a cookie's value; comfortable when there is none or another word. */
export function densityOf(value: string | undefined): Density {
  return densities.find((density) => density === value) ?? "comfortable";
}
