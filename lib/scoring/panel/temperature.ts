/**
 * Temperature scaling of probabilities (Guo et al. 2017): q^(1/T), scaled to add up to 1. T > 1 makes a judge that is too sure
 * of itself less so, T < 1 the reverse; the order of the options stays. O(options).
 */
export function scaleTemperature(
  probabilities: ReadonlyMap<string, number>,
  temperature: number,
): ReadonlyMap<string, number> {
  if (temperature === 1) return probabilities;
  // Divided by the largest first, so that a sharp temperature does not round everything to 0.
  const largest = Math.max(...probabilities.values());
  const raised = [...probabilities].map(([option, share]) => [option, (share / largest) ** (1 / temperature)] as const);
  const sum = raised.reduce((total, [, share]) => total + share, 0);
  return new Map(raised.map(([option, share]) => [option, share / sum]));
}

/** A posterior for a text whose culture people have told. */
export interface Labelled {
  probabilities: ReadonlyMap<string, number>;
  culture: string;
}

/** At least so many labelled texts, or a temperature is not fitted. */
export const fewestLabelled = 50;
const lowest = Math.log(0.05);
const highest = Math.log(20);
const smallest = 1e-6;

/**
 * The temperature under which the labels are most likely: the minimum of the mean −ln q(culture), found by golden-section
 * search between 0.05 and 20 to 1e-6. Probabilities below 1e-6 count as that. Null for fewer than 50 texts.
 * O(texts × options).
 */
export function fitTemperature(labelled: readonly Labelled[]): number | null {
  if (labelled.length < fewestLabelled) return null;
  const floored = labelled.map(({ probabilities, culture }) => ({
    probabilities: new Map([...probabilities].map(([option, share]) => [option, Math.max(smallest, share)])),
    culture,
  }));
  const cost = (logTemperature: number) => {
    const temperature = Math.exp(logTemperature);
    return floored.reduce(
      (sum, { probabilities, culture }) =>
        sum - Math.log(scaleTemperature(probabilities, temperature).get(culture) ?? smallest),
      0,
    );
  };
  return Math.exp(minimumOf(cost, lowest, highest));
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Where a function that falls and then rises is lowest. */
function minimumOf(cost: (at: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let costLeft = cost(left);
  let costRight = cost(right);
  while (high - low > 1e-6) {
    if (costLeft <= costRight) {
      high = right;
      right = left;
      costRight = costLeft;
      left = high - golden * (high - low);
      costLeft = cost(left);
    } else {
      low = left;
      left = right;
      costLeft = costRight;
      right = low + golden * (high - low);
      costRight = cost(right);
    }
  }
  return (low + high) / 2;
}
