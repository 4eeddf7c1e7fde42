/** The largest finite half. */
const largest = 65_504;
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/**
 * Numbers as halves: IEEE 754 binary16, rounded to the nearest, ties to even. Exact to one part in 2,048 from 6.1e-5 to 65,504, to 3e-8
 * below; from 65,520 on infinite. O(n).
 */
export function toHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) halves[i] = toHalf(values[i] ?? 0);
  return halves;
}

/** What halves stand for, exactly. O(n). */
export function fromHalves(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) values[i] = numbers[halves[i] ?? 0] ?? 0;
  return values;
}

/** Halves as bytes, little-endian, as a database keeps them. */
export function halvesToBytes(halves: Uint16Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(halves.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < halves.length; i++) view.setUint16(i * 2, halves[i] ?? 0, true);
  return bytes;
}

/** Reads what `halvesToBytes` wrote. @throws RangeError for half a half */
export function bytesToHalves(bytes: Uint8Array): Uint16Array<ArrayBuffer> {
  if (bytes.length % 2 !== 0) throw new RangeError("A vector of halves has an even number of bytes");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const halves = new Uint16Array(bytes.length / 2);
  for (let i = 0; i < halves.length; i++) halves[i] = view.getUint16(i * 2, true);
  return halves;
}

function toHalf(value: number): number {
  float[0] = value;
  const whole = bits[0] ?? 0;
  const sign = (whole >>> 16) & 0x8000;
  const magnitude = whole & 0x7fff_ffff;
  if (magnitude > 0x7f80_0000) return sign | 0x7e00;
  // Halfway between the largest half and the next power of two; the tie goes to the even one, which is infinite.
  if (Math.abs(float[0]) >= largest + 16) return sign | 0x7c00;
  // Below the least normal half the steps are even: 2^-24 each.
  if (magnitude < 0x3880_0000) return sign | roundHalfEven(Math.abs(float[0]) * 2 ** 24);
  const rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
  return sign | ((rounded - 0x3800_0000) >>> 13);
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}

/** All 65,536 of them: looking one up is far faster than taking it apart. */
const numbers = Float32Array.from({ length: 0x10000 }, (_, half) => {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
});
