/**
 * A place at which tests kill the process, as a power cut would: `FAILPOINT=name:n` ends it with SIGKILL at the n-th pass of
 * that name. Without the variable, and so in every ordinary run, it is a comparison with undefined.
 */
export function failpoint(name: string): void {
  if (plan === undefined || plan.name !== name) return;
  plan.left -= 1;
  if (plan.left === 0) process.kill(process.pid, "SIGKILL");
}

const plan = parsePlan(process.env.FAILPOINT);

function parsePlan(text: string | undefined): { name: string; left: number } | undefined {
  const [name, count] = (text ?? "").split(":");
  return name ? { name, left: Number(count ?? 1) } : undefined;
}
