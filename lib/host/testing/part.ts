/** A part of the studio for the tests of the supervisor: notes in a file what happens to it. */
import { appendFileSync } from "node:fs";
import { StudioError } from "../../errors.ts";
import { runChild } from "../run-child.ts";

const [file = "", how] = process.argv.slice(2);
const note = (what: string) => appendFileSync(file, `${what} ${process.pid}\n`);

await runChild({
  as: "part",
  prepare: async () => note("prepared"),
  async begin() {
    if (how === "fails") throw new StudioError("unavailable", "The part cannot begin.");
    note("began");
    const alive = setInterval(() => undefined, 1_000);
    return {
      async stop() {
        note("stopped");
        if (how !== "hangs") clearInterval(alive);
        else await new Promise(() => undefined);
      },
    };
  },
  readyLine: "ready",
});
