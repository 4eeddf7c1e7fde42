import { createHash } from "node:crypto";
import { StudioError } from "#lib/errors.ts";
import type { World } from "#lib/world/world.ts";

/** Attempts for one account within the window, from addresses it has no session from. */
const most = 10;
const windowMs = 60_000;

/**
 * Counts an attempt to sign in to an account, whichever address it comes from, and refuses it beyond ten a minute. An
 * address from which the account is signed in already is let through, so that guessing locks nobody out of their own
 * machine. Counted in the database, so all processes count together; addresses without an account count alike.
 *
 * @throws StudioError `too_many`
 */
export async function limitAccount(world: World, email: string, address: string | null): Promise<void> {
  const now = world.now().getTime();
  const key = `account:${createHash("sha256").update(email).digest("hex")}`;
  const { rows } = await world.pool.query<{ count: number; since: number }>(
    `INSERT INTO rate_limit (id, key, count, last_request) VALUES ($1, $2, 1, $3)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN rate_limit.last_request <= $4 THEN 1 ELSE rate_limit.count + 1 END,
       last_request = CASE WHEN rate_limit.last_request <= $4 THEN $3 ELSE rate_limit.last_request END
     RETURNING count, last_request AS since`,
    [world.newId(), key, now, now - windowMs],
  );
  const [row] = rows;
  if (row === undefined || row.count <= most) return;
  const known = await world.db.session.count({
    where: { ipAddress: address ?? "", expiresAt: { gt: new Date(now) }, user: { email } },
  });
  if (known > 0) return;
  throw new StudioError("too_many", "Too many attempts to sign in to this account. Wait a minute, then try again.", {
    details: { retryAfterSeconds: Math.max(1, Math.ceil((row.since + windowMs - now) / 1000)) },
  });
}
