/** The eight cultures of the sample project, by registry code. */
export const sampleCultures = ["jp", "cn", "in", "pk", "eg", "th", "mx", "ng"] as const;
export type SampleCulture = (typeof sampleCultures)[number];

/** One question of the sample project with an answer for each culture in English, and for some in its own language too. */
export interface SampleQuestion {
  key: string;
  topic: string;
  asked: string;
  answers: Readonly<Record<SampleCulture, string>>;
  own?: Readonly<Partial<Record<SampleCulture, { language: string; asked: string; answer: string }>>>;
}
