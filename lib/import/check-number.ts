/** What becomes of a JSON number when it is read as a double. */
export type NumberVerdict = "exact" | "negative-zero" | "not-finite" | "changed";

/**
 * Whether a JSON number survives being read as a double with the same decimal digits. `1.0`, `1e3` and `0.10` do;
 * `12345678901234567890`, `1e400` and `1e-400` do not. O(digits).
 */
export function checkNumber(token: string): NumberVerdict {
  const value = Number(token);
  if (!Number.isFinite(value)) return "not-finite";
  const before = decimal(token);
  const after = decimal(String(value));
  if (before.digits !== after.digits || before.exponent !== after.exponent) return "changed";
  return Object.is(value, -0) ? "negative-zero" : "exact";
}

/** The significant digits of a number, and the power of ten of the last of them. */
function decimal(token: string): { digits: string; exponent: number } {
  const [mantissa = "", power = "0"] = token.replace(/^-/, "").toLowerCase().split(/e(.*)/s);
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  if (kept === "") return { digits: "0", exponent: 0 };
  return { digits: kept, exponent: Number(power) - fraction.length + (digits.length - kept.length) };
}
