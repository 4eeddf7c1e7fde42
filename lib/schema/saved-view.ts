import { z } from "zod";
import { ProjectRole } from "./actor.ts";
import { ExpectedVersion } from "./decision.ts";

/** The query string of Browse: filters, sort and columns. Parsed again, part by part, where it is used. */
const Query = z.string().max(20_000);
const Name = z.string().trim().min(1).max(80);

/** A named state of Browse: one's own, or shared with the project. */
export const SavedView = z.strictObject({
  id: z.uuid(),
  name: Name,
  query: Query,
  shared: z.boolean(),
  /** For members of these roles Browse opens with it, when its address says nothing. Empty unless it is shared. */
  defaultFor: z.array(ProjectRole),
  mine: z.boolean(),
  person: z.string().nullable(),
  version: z.int(),
});
export type SavedView = z.infer<typeof SavedView>;

export const CreateViewInput = z.strictObject({
  project: z.string(),
  name: Name,
  query: Query,
  /** Shared views are the curators' to make. */
  shared: z.boolean().default(false),
});
export const UpdateViewInput = z.strictObject({
  project: z.string(),
  view: z.uuid(),
  expectedVersion: ExpectedVersion,
  name: Name.optional(),
  query: Query.optional(),
  shared: z.boolean().optional(),
  /** Of a shared view: the roles that Browse opens with it for; each is taken from the view that had it. */
  defaultFor: z.array(ProjectRole).optional(),
});
