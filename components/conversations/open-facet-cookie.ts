/** Which filters are open, one word each; a cookie, so that the server draws them as they were left. */
export const openFacetsCookie = "tessera-facets";
const openUnlessSaid = ["status", "marks", "culture", "topic", "tag", "method"];

export function openFacetsOf(cookie: string | undefined): readonly string[] {
  return cookie === undefined ? openUnlessSaid : cookie.split(".").filter((name) => /^[a-z]+$/.test(name));
}
