import type { News, Tabs } from "./outbox.ts";

/** The tabs of one person in this browser: one sends, all hear of it. Without a shared store each tab is on its own. */
export function browserTabs(database: IDBDatabase | null, person: string): Tabs {
  if (database === null) return { lead: (begin) => begin(), tell: () => {}, hear: () => {} };
  const name = `tessera-outbox-${person}`;
  const channel = new BroadcastChannel(name);
  return {
    lead(begin) {
      if ("locks" in navigator) {
        // Held for as long as the tab lives; the browser passes it on when the tab closes or crashes.
        void navigator.locks.request(name, () => {
          begin();
          return new Promise(() => undefined);
        });
      } else {
        const tab = crypto.getRandomValues(new Uint32Array(2)).join("-");
        void import("./take-lease.ts").then(({ takeLease }) => takeLease(database, person, tab, begin));
      }
    },
    tell: (news) => channel.postMessage(news),
    hear(listen) {
      channel.onmessage = (event: MessageEvent<News>) => listen(event.data);
    },
  };
}
