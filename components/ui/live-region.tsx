import { announcerId } from "./announce.ts";

/** The place from which `announce` is heard. Once per page. */
export function LiveRegion() {
  return <div id={announcerId} role="status" aria-live="polite" className="unseen" />;
}
