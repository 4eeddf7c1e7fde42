import { Status } from "#lib/schema/conversation.ts";

/** What a conversation has only a few values of, in one number: two bits of status, then one bit each. */
export const marks = { flagged: 4, edited: 8, representativeness: 16, distinctiveness: 32 } as const;

/** How many different numbers there are. */
export const markCodes = 64;

/** The bits of each status. */
export const statusBits: Readonly<Record<Status, number>> = { pending: 0, accepted: 1, rejected: 2 };

export function statusOfMarks(code: number): Status | undefined {
  return Status.options.find((status) => statusBits[status] === (code & 3));
}
