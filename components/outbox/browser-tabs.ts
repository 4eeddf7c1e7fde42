import { transact } from "./browser-database.ts";
import type { News, Tabs } from "./outbox.ts";

const leaseFor = 6000;
const renewEvery = 2000;

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
        takeLease(database, person, crypto.getRandomValues(new Uint32Array(2)).join("-"), begin);
      }
    },
    tell: (news) => channel.postMessage(news),
    hear(listen) {
      channel.onmessage = (event: MessageEvent<News>) => listen(event.data);
    },
  };
}

/**
 * Web Locks need a secure address, which a studio in a local network may not have. There the sender writes down until
 * when it sends, and another tab takes over after that. Two may send for a moment if a tab was put to sleep; the same key
 * with the same body is stored once by the server, so that costs a request and nothing else.
 */
function takeLease(database: IDBDatabase, person: string, tab: string, begin: () => void): void {
  let leads = false;
  const renew = async () => {
    const mine = await transact<boolean>(
      database,
      ["leads"],
      "write",
      (open, note) => {
        const asked = open("leads").get([person]);
        asked.onsuccess = () => {
          const holder: { tab?: unknown; until?: unknown } = asked.result ?? {};
          if (holder.tab !== tab && Number(holder.until ?? 0) > Date.now()) return;
          open("leads").put({ person, tab, until: Date.now() + leaseFor });
          note(true);
        };
      },
      false,
    ).catch(() => false);
    if (!mine || leads) return;
    leads = true;
    begin();
  };
  void renew();
  setInterval(() => void renew(), renewEvery);
}
