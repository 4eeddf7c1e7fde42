/** The models that the simulator offers: two writers that do not agree, and one for embeddings. Prices in US dollars for a token. */
export const simulatedModels = [
  { id: "tessera-simulator-1", kind: "chat", context: 32_768, prompt: 0.5e-6, completion: 1.5e-6 },
  { id: "tessera-simulator-2", kind: "chat", context: 32_768, prompt: 2.5e-6, completion: 10e-6 },
  { id: "tessera-simulator-embedding", kind: "embedding", context: 8_192, prompt: 0.02e-6, completion: 0 },
] as const;

/** About the tokens of a text: one for four characters of alphabets, one for each character of other scripts. */
export function countTokens(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu)?.length ?? 0;
  return Math.max(1, dense + Math.ceil((text.length - dense) / 4));
}
