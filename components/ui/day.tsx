/** A day as every reader of a list reads it the same: `20 Nov 2026`, in UTC. */
export function Day({ at }: { at: string }) {
  const words = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(at));
  return (
    <time className="whitespace-nowrap" dateTime={at} title={at}>
      {words}
    </time>
  );
}
