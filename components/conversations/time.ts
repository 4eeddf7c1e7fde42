const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago, in one unit: `now`, `2 min`, `3 h`, `5 d`, then the date. Both in milliseconds since 1970; UTC.
 * @example timeAgo(0, 180_000) // => "3 min"
 */
export function timeAgo(then: number, now: number): string {
  const ago = now - then;
  if (ago < minute) return "now";
  if (ago < hour) return `${Math.floor(ago / minute)} min`;
  if (ago < day) return `${Math.floor(ago / hour)} h`;
  if (ago < 30 * day) return `${Math.floor(ago / day)} d`;
  return new Date(then).toISOString().slice(0, 10);
}

/** `timeAgo` as a sentence ends with it: `3 min ago`, `now`, a date. A time that is yet to come is now. */
export function agoWords(then: number, now: number): string {
  const ago = timeAgo(then, Math.max(then, now));
  return ago === "now" || ago.includes("-") ? ago : `${ago} ago`;
}

/** When a UUIDv7 was made, in milliseconds since 1970: its first 48 bits (RFC 9562). */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The last four signs of an id: the random part of a UUIDv7, enough to tell neighbours apart. */
export function shortId(id: string): string {
  return id.slice(-4);
}
