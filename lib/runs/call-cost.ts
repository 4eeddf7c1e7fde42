/** What a model asks for tokens, in US dollars a million; null where it is not known. */
export interface Price {
  inputPrice: number | null;
  outputPrice: number | null;
}

/**
 * What a call cost, in millionths of a US dollar, rounded up so that a sum is never below what is owed; null when the price
 * or the tokens are not known. A dollar a million tokens is a millionth of a dollar a token.
 */
export function callCost(price: Price | null, input: number | null, output: number | null): number | null {
  if (price === null || price.inputPrice === null || price.outputPrice === null) return null;
  if (input === null || output === null) return null;
  return Math.max(0, Math.ceil(price.inputPrice * input + price.outputPrice * output - 1e-9));
}
