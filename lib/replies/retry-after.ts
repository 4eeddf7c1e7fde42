/**
 * How long the answer asks to wait, in milliseconds; null when it does not say or says nonsense. Reads `retry-after-ms`, and
 * `Retry-After` as seconds or as an HTTP date (RFC 9110, 10.2.3). `now` in milliseconds since 1970.
 */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | null {
  const exact = decimal(headers["retry-after-ms"]);
  if (exact !== null) return exact;
  const given = headers["retry-after"]?.trim();
  if (given === undefined) return null;
  const seconds = decimal(given);
  if (seconds !== null) return seconds * 1_000;
  // `Date.parse` takes much else; an HTTP date begins with the day of the week.
  const at = /^[A-Z][a-z]{2,8},? /.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function decimal(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : null;
}
