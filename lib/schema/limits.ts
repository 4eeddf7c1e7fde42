/** The limits that schemas and imports hold to. Without zod, as the choices are, and apart from them: few pages need both. */

/** What one conversation may hold. An import beyond a limit is refused with the limit named (see docs/formats.md). */
export const conversationLimits = {
  turns: 200,
  turnCharacters: 65_536,
  externalIdCharacters: 512,
  labelCharacters: 256,
} as const;

/** Limits of one imported file; each refusal names its limit. */
export const importLimits = {
  fileBytes: 2 * 1024 * 1024 * 1024,
  inflatedBytes: 8 * 1024 * 1024 * 1024,
  inflationRatio: 100,
  lineBytes: 1024 * 1024,
  rows: 2_000_000,
  depth: 32,
  keys: 256,
  tags: 64,
  tagCharacters: 80,
} as const;
