import type { ProjectRole } from "#lib/schema/actor.ts";

/** What each role is called and may do, in words. */
export const roleWords: Record<ProjectRole, { name: string; article: string; may: string }> = {
  viewer: { name: "Viewer", article: "a viewer", may: "reads everything, changes nothing" },
  annotator: { name: "Annotator", article: "an annotator", may: "decides, edits and tags" },
  curator: {
    name: "Curator",
    article: "a curator",
    may: "also imports, starts runs, exports and keeps the vocabulary",
  },
  admin: { name: "Admin", article: "an admin", may: "also invites people and changes settings" },
};
