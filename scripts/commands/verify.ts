import type { Command } from "commander";
import { type Verification, verify } from "#lib/services/verify.ts";
import { runCommand } from "./run-command.ts";

/** `tessera verify` */
export function addVerify(program: Command): void {
  program
    .command("verify")
    .description("fold the events of projects and compare with what is stored; changes nothing")
    .option("--project <slug>", "only this project")
    .action(async ({ project }, command: Command) => {
      const { ok } = await runCommand(command, (world) => verify(world, project), toText);
      if (!ok) process.exitCode = 1;
    });
}

function toText({ projects, leftovers }: Verification): string {
  const differences = [...projects.flatMap((project) => project.differences), ...leftovers];
  const count = (test: (kind: string) => boolean) => differences.filter(({ kind }) => test(kind)).length;
  const sum = (of: (project: Verification["projects"][number]) => number) =>
    projects.reduce((total, project) => total + of(project), 0);
  const lines = projects.flatMap(({ slug, events, conversations, differences: own }) => [
    `${slug}: ${events} events, ${conversations} conversations, ${own.length} differences`,
    ...own.map(toLine),
  ]);
  const verdict = (name: string, found: number) => `${name}=${found === 0 ? "ok" : found}`;
  const chain = ["event.number", "event.previous-hash", "event.hash", "event.head"];
  const summary = [
    `events=${sum(({ events }) => events)}`,
    `conversations=${sum(({ conversations }) => conversations)}`,
    `missing=${count((kind) => kind.endsWith(".missing"))}`,
    `phantom=${count((kind) => kind.endsWith(".unknown") || kind === "conversation.import")}`,
    `double=${count((kind) => kind === "event.key")}`,
    `differences=${differences.length}`,
    verdict(
      "chain",
      count((kind) => chain.includes(kind)),
    ),
    verdict(
      "export",
      count((kind) => kind.startsWith("export.")),
    ),
  ];
  return [...lines, ...leftovers.map(toLine), summary.join(" ")].join("\n");
}

function toLine({ kind, id, expected, found }: Verification["leftovers"][number]): string {
  return `  ${kind} ${id}: expected ${expected}, found ${found}`;
}
