import { z } from "zod";
import { Against, Agreement, Reliability, ThresholdMetrics } from "./agreement.ts";
import { CultureLabel } from "./culture-label.ts";
import { EstimatorName, MeasureName } from "./score.ts";

/** A curve through knots: straight between them, level outside. `xs` strictly ascending, `ys` never descending, in [0,1]. */
export const IsotonicMap = z.strictObject({
  method: z.literal("isotonic"),
  xs: z.array(z.number()).min(1),
  ys: z.array(z.number()).min(1),
});
export type IsotonicMap = z.infer<typeof IsotonicMap>;

/** 1 / (1 + e^−(slope · score + intercept)). */
export const PlattMap = z.strictObject({ method: z.literal("platt"), slope: z.number(), intercept: z.number() });
export type PlattMap = z.infer<typeof PlattMap>;

/** What turns a raw score into the share of acceptances, or the rating, that items of such a score had. */
export const CalibrationMap = z.discriminatedUnion("method", [IsotonicMap, PlattMap]);
export type CalibrationMap = z.infer<typeof CalibrationMap>;
export const CalibrationMethod = z.enum(["isotonic", "platt"]);
export type CalibrationMethod = z.infer<typeof CalibrationMethod>;

const CultureCode = z.string().max(40);

/** One version of a calibration. */
export const CalibrationView = z.strictObject({
  id: z.uuid(),
  estimator: EstimatorName,
  measure: MeasureName,
  /** Null: all cultures together. A culture's own goes before it. */
  culture: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  version: z.int(),
  against: Against,
  map: CalibrationMap,
  items: z.int(),
  /** Mean squared distance from what people said: of the raw scores, and of calibrated ones on items left out of the fit. */
  brierRaw: z.number(),
  brierCalibrated: z.number(),
  /** Whether values are shown by it. */
  active: z.boolean(),
  estimatorVersion: z.string(),
  /** Fitted on scores of an older version of the estimator: then it changes nothing, even if it is on. */
  outdated: z.boolean(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type CalibrationView = z.infer<typeof CalibrationView>;

export const FitCalibrationInput = z.strictObject({
  project: z.string(),
  estimator: EstimatorName,
  measure: MeasureName,
  /** Left out or null: all cultures together. */
  culture: CultureCode.nullish(),
  against: Against.default("decisions"),
  /** Left out: a logistic curve below 200 items, isotonic regression from there. */
  method: CalibrationMethod.optional(),
  /** Whether it is switched on in the same step. */
  activate: z.boolean().default(false),
});
export type FitCalibrationInput = z.input<typeof FitCalibrationInput>;

export const CalibrationInput = z.strictObject({ project: z.string(), calibration: z.uuid() });

/** A calibration after a change, and which one was on before it. */
export const CalibrationChanged = z.strictObject({ calibration: CalibrationView, before: z.uuid().nullable() });
export type CalibrationChanged = z.infer<typeof CalibrationChanged>;

export const AgreementInput = z.strictObject({
  project: z.string(),
  estimator: EstimatorName,
  measure: MeasureName,
  against: Against.default("decisions"),
  /** Whose curve is told; left out: all cultures together. */
  culture: CultureCode.optional(),
  /** A threshold to measure besides the suggested one. */
  threshold: z.coerce.number().min(0).max(1).optional(),
});
export type AgreementInput = z.input<typeof AgreementInput>;

/** So many equal parts of the scale in which accepted and rejected items are counted. */
export const spreadBins = 20;
const Spread = z.array(z.int()).length(spreadBins);

/** How an estimator agrees with people on one measure: over all cultures, culture by culture, and in full for one of these. */
export const AgreementView = z.strictObject({
  estimator: EstimatorName,
  measure: MeasureName,
  against: Against,
  all: Agreement,
  /** Those with something decided or rated, most first. */
  cultures: z.array(z.strictObject({ ...CultureLabel.shape, agreement: Agreement })),
  chosen: z.strictObject({
    /** Null: all cultures together. */
    culture: z.string().nullable(),
    agreement: Agreement,
    reliability: Reliability,
    /** How many items in each part of the scale were accepted and rejected; of ratings, those above ½ and the others. */
    spread: z.strictObject({ accepted: Spread, rejected: Spread }),
    /** At the threshold that was asked for. */
    asked: ThresholdMetrics.nullable(),
  }),
  /** All versions for this estimator and measure, newest first. */
  calibrations: z.array(CalibrationView),
});
export type AgreementView = z.infer<typeof AgreementView>;
