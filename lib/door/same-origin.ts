import { StudioError } from "#lib/errors.ts";

/**
 * Refuses a write that a browser sends for another site. Requests with a token carry no cookie, so they need no origin;
 * all others must say that they come from our own pages.
 */
export function requireSameOrigin(headers: Headers, configured: string | null): void {
  if (headers.has("authorization")) return;
  const fetchSite = headers.get("sec-fetch-site");
  if (fetchSite !== null && fetchSite !== "same-origin") throw refused();
  const origin = headers.get("origin");
  if (origin === null) {
    if (fetchSite === "same-origin") return;
    throw refused();
  }
  const host = headers.get("host");
  const expected = configured === null ? [`http://${host}`, `https://${host}`] : [configured];
  if (!expected.includes(origin)) throw refused();
}

function refused(): StudioError {
  return new StudioError(
    "forbidden",
    "This write does not come from Tessera's own pages. Scripts use a token in the Authorization header.",
  );
}
