import { tokenHash } from "#lib/auth/token.ts";
import type { Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";

/** A one-time link that still works. */
export interface Link {
  id: string;
  projectId: string | null;
  role: string | null;
  email: string | null;
}

/** Finds the link behind a token and locks it until commit, so that of two people who open it one gets in. */
export async function lockLink(tx: Transaction, kind: "set-up" | "invitation", token: string): Promise<Link> {
  const rows = await tx.$queryRaw<Link[]>(Prisma.sql`
    SELECT id, project_id AS "projectId", role, email FROM invitation
    WHERE token_hash = ${tokenHash(token)} AND kind = ${kind} AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()
      AND NOT EXISTS (SELECT 1 FROM project WHERE project.id = invitation.project_id AND project.deleted_at IS NOT NULL) FOR UPDATE`);
  const [link] = rows;
  if (!link) {
    throw new StudioError(
      "not_found",
      kind === "set-up"
        ? "This set-up link was used, or a newer one was made. Start Tessera again for a new one."
        : "This invitation was used, revoked, or has run out. Ask for a new one.",
    );
  }
  return link;
}
