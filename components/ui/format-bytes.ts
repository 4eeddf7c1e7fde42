const units = ["bytes", "kB", "MB", "GB"] as const;

/** A size to three figures at most, in steps of 1 000: `512 bytes`, `4.1 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const figures = step === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
  return `${figures}\u202f${units[step] ?? "GB"}`;
}
