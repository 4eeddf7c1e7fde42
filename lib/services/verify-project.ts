import type { Difference } from "#lib/curation/difference.ts";
import type { World } from "#lib/world/world.ts";
import { checkBulks } from "./verify/check-bulks.ts";
import { checkComments } from "./verify/check-comments.ts";
import { checkComparisons } from "./verify/check-comparisons.ts";
import { checkConversations } from "./verify/check-conversations.ts";
import { checkDecisions } from "./verify/check-decisions.ts";
import { checkExports } from "./verify/check-exports.ts";
import { checkImports } from "./verify/check-imports.ts";
import { checkRuns } from "./verify/check-runs.ts";
import { collectDifferences } from "./verify/collect-differences.ts";
import { findExpiredLeases } from "./verify/find-leftovers.ts";
import { foldProjectEvents } from "./verify/fold-project-events.ts";

/** What was checked in one project, and what differs. */
export interface ProjectVerification {
  slug: string;
  events: number;
  conversations: number;
  exports: number;
  differences: Difference[];
}

/**
 * Recomputes a project from its events and compares: the chain of hashes, the state, texts, tags, decisions and comments of every
 * conversation, judgements of pairs, acts on many, the counts of imports and runs, the files of exports, and what killed processes
 * left. Reads one snapshot, so it may run while people work. Changes nothing. O(events, texts and exported bytes) time; memory grows with the conversations
 * that have events of their own.
 */
export async function verifyProject(world: World, project: { id: string; slug: string }): Promise<ProjectVerification> {
  const { report, list } = collectDifferences();
  const client = await world.pool.connect();
  let broken = true;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { folded, events } = await foldProjectEvents(client, project.id, report);
    const conversations = await checkConversations(client, project.id, folded, report);
    await checkDecisions(client, project.id, folded, report);
    await checkComments(client, project.id, folded, report);
    await checkComparisons(client, project.id, folded, report);
    await checkBulks(client, project.id, folded, report);
    await checkRuns(client, project.id, folded, report);
    await checkImports(client, project.id, world.folder, folded, report);
    await client.query("COMMIT");
    broken = false;
    const exports = await checkExports(world, project, report);
    for (const lease of await findExpiredLeases(world, project.id)) report(lease);
    return { slug: project.slug, events, conversations, exports, differences: list() };
  } finally {
    client.release(broken);
  }
}
