import { z } from "zod";
import { ProjectRole } from "./actor.ts";
import { Culture } from "./culture.ts";
import { ExpectedVersion, RatingName } from "./decision.ts";
import { EstimatorName, RunEstimatorName } from "./score.ts";
import { Tag } from "./tag.ts";
import { Topic } from "./topic.ts";

/** The part of a project's address: lower-case letters, digits and single hyphens. */
export const Slug = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "use lower-case letters, digits and single hyphens" });

const ProjectName = z.string().trim().min(1).max(120);

export const CreateProjectInput = z.strictObject({
  name: ProjectName,
  slug: Slug,
  description: z.string().max(2000).default(""),
});
export type CreateProjectInput = z.input<typeof CreateProjectInput>;

/** How cards are shown and what is asked with a decision. */
export const ReviewSettings = z.strictObject({
  /** Whether cultures have neutral letters for names until the annotator has decided. */
  blind: z.boolean(),
  /** Whether scores stay hidden until the annotator has decided, so that they do not anchor. */
  hideScores: z.boolean(),
  /** What the guideline asks to be rated. */
  ratings: z
    .array(RatingName)
    .max(3)
    .refine((names) => new Set(names).size === names.length, { error: "names a rating twice" }),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;

/** `practice` and `sample` were written for Tessera; what is in them stays out of exports unless asked for. */
export const ProjectKind = z.enum(["work", "practice", "sample"]);
export type ProjectKind = z.infer<typeof ProjectKind>;

/** Which estimator feeds a column: one by name, or the best of those that know enough of the items. */
const ColumnEstimator = z.union([z.literal("auto"), EstimatorName]);

/** Which estimators are run over the project, and which of them feeds each column. */
export const EstimatorSettings = z.strictObject({
  estimators: z
    .array(RunEstimatorName)
    .min(1)
    .refine((names) => new Set(names).size === names.length, { error: "names an estimator twice" }),
  representativenessEstimator: ColumnEstimator,
  distinctivenessEstimator: ColumnEstimator,
});
export type EstimatorSettings = z.infer<typeof EstimatorSettings>;

export const UpdateProjectInput = z.strictObject({
  project: z.string(),
  expectedVersion: ExpectedVersion,
  name: ProjectName.optional(),
  description: z.string().max(2000).optional(),
  guideline: z.string().max(40_000).optional(),
  overlap: z.int().min(1).max(9).optional(),
  /** How many accepted conversations each culture should have on each topic; null for no target. */
  cellTarget: z.int().min(1).max(10_000).nullable().optional(),
  ...EstimatorSettings.partial().shape,
  ...ReviewSettings.partial().shape,
});

/** Whose values of a column are calibrated: `all`, those of some cultures, or nobody's. */
const CalibratedFor = z.union([z.literal("all"), z.array(z.string())]);

/** A project as its members see it, with counts by status. */
export const ProjectView = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: ProjectKind,
  description: z.string(),
  guideline: z.string(),
  overlap: z.int(),
  cellTarget: z.int().nullable(),
  ...ReviewSettings.shape,
  ...EstimatorSettings.shape,
  /** The estimators behind the two columns now. */
  shownRepresentativeness: EstimatorName,
  shownDistinctiveness: EstimatorName,
  /** Where these columns show calibrated values: by measure the codes of the cultures, or all of them at once. */
  calibrated: z.strictObject({ representativeness: CalibratedFor, distinctiveness: CalibratedFor }),
  version: z.int(),
  role: ProjectRole,
  counts: z.strictObject({ pending: z.int(), accepted: z.int(), rejected: z.int(), total: z.int(), scored: z.int() }),
});
export type ProjectView = z.infer<typeof ProjectView>;

export const CultureView = z.strictObject({ id: z.uuid(), ...Culture.shape, version: z.int(), conversations: z.int() });
export type CultureView = z.infer<typeof CultureView>;
export const TopicView = z.strictObject({
  id: z.uuid(),
  ...Topic.shape,
  position: z.int(),
  version: z.int(),
  conversations: z.int(),
});
export type TopicView = z.infer<typeof TopicView>;
export const TagView = z.strictObject({
  id: z.uuid(),
  ...Tag.shape,
  position: z.int(),
  version: z.int(),
  path: z.string(),
  conversations: z.int(),
});
export type TagView = z.infer<typeof TagView>;
