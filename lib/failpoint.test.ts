import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = `
  import { failpoint } from ${JSON.stringify(fileURLToPath(new URL("./failpoint.ts", import.meta.url)))};
  for (let pass = 1; pass <= 3; pass += 1) {
    failpoint("here");
    process.stdout.write(String(pass));
  }
`;

function pass(variable?: string) {
  const { FAILPOINT: _, ...env } = process.env;
  const { stdout, signal, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    env: variable === undefined ? env : { ...env, FAILPOINT: variable },
    encoding: "utf8",
  });
  return { stdout, signal, status };
}

test("without the variable, or with another name in it, every point is passed", () => {
  const unharmed = { stdout: "123", signal: null, status: 0 };
  expect(pass()).toEqual(unharmed);
  expect(pass("")).toEqual(unharmed);
  expect(pass("elsewhere:1")).toEqual(unharmed);
  expect(pass("here:4")).toEqual(unharmed);
});

test("with the variable the process dies at the pass it names, as by a power cut", () => {
  expect(pass("here")).toEqual({ stdout: "", signal: "SIGKILL", status: null });
  expect(pass("here:3")).toEqual({ stdout: "12", signal: "SIGKILL", status: null });
});
