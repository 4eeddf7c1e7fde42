import type { TriageCard } from "#lib/schema/conversation-view.ts";

/** A pending card of Japan without siblings, scores or past. */
export function madeCard(id: string): TriageCard {
  return {
    conversation: {
      id,
      externalId: null,
      culture: { code: "jp", name: "Japan", endonym: "日本", language: "ja" },
      topic: null,
      language: "ja",
      question: `Question ${id}`,
      questionKey: null,
      source: null,
      method: null,
      status: "pending",
      edited: false,
      flagged: false,
      version: 1,
      representativeness: null,
      distinctiveness: null,
      unscored: { representativeness: null, distinctiveness: null },
      decidedBy: null,
      assignee: null,
      updatedAt: "2026-01-01T00:00:00Z",
      turns: [{ role: "user", content: `Question ${id}` }],
      headRevision: 1,
      revisions: [],
      tags: [],
      scores: [],
      shown: {
        representativeness: { estimator: "lexical", calibration: null },
        distinctiveness: { estimator: "siblings", calibration: null },
      },
      instructionLike: [],
      near: null,
      decisions: [],
      comments: [],
      crowd: { representativeness: [], distinctiveness: [] },
      metadata: {},
    },
    siblings: [],
  };
}
