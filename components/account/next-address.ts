/** Where to go after signing in: a page of this studio, never another site. */
export function nextAddress(next: string | null | undefined): string {
  if (typeof next !== "string" || !/^\/[^/\\]/.test(next)) return "/projects";
  const url = new URL(next, "http://studio.invalid");
  return url.origin === "http://studio.invalid" ? `${url.pathname}${url.search}` : "/projects";
}
