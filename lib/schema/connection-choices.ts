/** What a project uses models for. Without zod, for pages. */
export const modelRoles = ["generator", "judge", "embedder"] as const;
/** What an endpoint may be able to do beyond plain chat. */
export const abilityNames = ["chat", "jsonSchema", "jsonMode", "logprobs", "seed", "embeddings", "batch"] as const;
/** `unknown` where the probe could not tell. */
export const abilityAnswers = ["yes", "no", "unknown"] as const;

export const connectionLimits = {
  nameCharacters: 60,
  keyCharacters: 4_096,
  models: 500,
  modelCharacters: 200,
  headers: 20,
  concurrency: 512,
  timeoutSeconds: 1_800,
  /** Models in one role of a project. */
  perRole: 12,
} as const;

/** What holds of a connection where nothing else is said. */
export const connectionDefaults = { concurrency: 8, timeoutSeconds: 120 } as const;
