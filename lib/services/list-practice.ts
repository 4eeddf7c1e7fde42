import { z } from "zod";
import { agreementOf } from "#lib/curation/agreement.ts";
import { practiceItems } from "#lib/samples/practice/index.ts";
import { RejectReason } from "#lib/schema/decision.ts";
import { PracticeAnswer } from "#lib/schema/practice.ts";
import { defineProjectRead } from "./define.ts";

const itemsById = new Map(practiceItems.map((item) => [item.id, item]));
const Kind = z.enum(["accept", "reject"]);

/**
 * What a careful reader decided about the practice conversations that the asker has decided, newest first; never about
 * others, and nothing in a project of another kind. One indexed query.
 */
export const listPractice = defineProjectRead(
  {
    action: "history.read-own",
    summary: "Compare one's own practice decisions with those expected",
    Input: z.strictObject({
      project: z.string(),
      /** Only this one. */
      conversation: z.uuid().optional(),
    }),
    Output: z.strictObject({
      rows: z.array(PracticeAnswer),
      /** Practice conversations of the project. */
      total: z.int(),
    }),
  },
  async ({ world, actor, project }, { conversation }) => {
    const { kind: projectKind } = await world.db.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { kind: true },
    });
    if (projectKind !== "practice") return { rows: [], total: 0 };
    const { rows } = await world.pool.query<{
      conversation: string;
      externalId: string;
      kind: string;
      reason: string | null;
      revision: number;
    }>(
      `SELECT decision.conversation_id AS conversation, conversation.external_id AS "externalId", decision.kind, decision.reason, decision.revision
       FROM decision JOIN conversation ON conversation.id = decision.conversation_id
       WHERE decision.project_id = $1 AND decision.user_id IS NOT DISTINCT FROM $2 AND NOT decision.withdrawn
         AND decision.kind IN ('accept', 'reject') AND ($3::uuid IS NULL OR decision.conversation_id = $3) AND conversation.external_id IS NOT NULL
       ORDER BY decision.id DESC`,
      [project.id, actor.userId, conversation ?? null],
    );
    const total = await world.db.conversation.count({
      where: { projectId: project.id, externalId: { in: [...itemsById.keys()] } },
    });
    return {
      total,
      rows: rows.flatMap((row) => {
        const item = itemsById.get(row.externalId);
        if (item === undefined) return [];
        const reason = row.reason === null ? null : RejectReason.parse(row.reason);
        const decision = { kind: Kind.parse(row.kind), reason, edited: row.revision > 1 };
        const expected = {
          kind: item.expected.kind,
          reason: item.expected.kind === "reject" ? item.expected.reason : null,
        };
        const agreement = agreementOf(decision, expected);
        return [{ conversation: row.conversation, decision, expected, why: item.why, agreement }];
      }),
    };
  },
);
