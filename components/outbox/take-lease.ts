import { transact } from "./browser-database.ts";

const leaseFor = 6000;
const renewEvery = 2000;

/**
 * Web Locks need a secure address, which a studio in a local network may not have. There the sender writes down until
 * when it sends, and another tab takes over after that. Two may send for a moment if a tab was put to sleep; the same key
 * with the same body is stored once by the server, so that costs a request and nothing else.
 */
export function takeLease(database: IDBDatabase, person: string, tab: string, begin: () => void): void {
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
