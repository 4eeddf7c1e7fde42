/** How the pages look to one reader: kept in cookies, so that the server draws the first frame right. */
const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** Characters that would not be seen stand in boxes with their names, or do what they do. */
const hiddenCharacters = ["named", "written"] as const;
export type HiddenCharacters = (typeof hiddenCharacters)[number];

export const themeCookie = "tessera-theme";
export const densityCookie = "tessera-density";
export const hiddenCharactersCookie = "tessera-hidden-characters";

/** The theme of a cookie's value; the machine's own when there is none or another word. */
export function themeOf(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** The density of a cookie's value; comfortable when there is none or another word. */
export function densityOf(value: string | undefined): Density {
  return densities.find((density) => density === value) ?? "comfortable";
}

/** How hidden characters are shown by a cookie's value; in boxes when there is none or another word. */
export function hiddenCharactersOf(value: string | undefined): HiddenCharacters {
  return hiddenCharacters.find((choice) => choice === value) ?? "named";
}
