/** A count with narrow no-break spaces between thousands: `48 310`. */
export function formatCount(count: number): string {
  return Math.trunc(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
