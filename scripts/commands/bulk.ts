import { Argument, type Command, Option } from "commander";
import type { BulkView } from "#lib/schema/bulk.ts";
import { RejectReason } from "#lib/schema/decision.ts";
import { type NamedAct, prepareNow, startNow, undoBulkNow } from "#lib/services/bulk-now.ts";
import { operator, runCommand } from "./run-command.ts";

type Options = Partial<Record<"where" | "reason" | "note" | "add" | "remove" | "to" | "undo", string>> & {
  project: string;
  dryRun?: true;
};

/** `tessera bulk` */
export function addBulk(program: Command): void {
  program
    .command("bulk")
    .description("decide, tag or assign all conversations that match; or take such an act back")
    .addArgument(new Argument("[act]", "what to do to each").choices(["accept", "reject", "tag", "assign"]))
    .requiredOption("--project <slug>", "the project")
    .option("--where <query>", 'which conversations, as in the address of Browse: "culture=jp&status=pending"')
    .addOption(new Option("--reason <reason>", "reject: why").choices(RejectReason.options))
    .option("--note <text>", "accept, reject: a note kept with each decision")
    .option("--add <keys>", "tag: keys of tags to put on, several with commas")
    .option("--remove <keys>", "tag: keys of tags to take off, several with commas")
    .option("--to <address>", "assign: whom to ask; without it nobody is asked any more")
    .option("--dry-run", "say what it would do, and do nothing")
    .option("--undo <id>", "take an act back by its id; nothing else is done")
    .action(async (word: string | undefined, options: Options, command: Command) => {
      const { project, undo } = options;
      if (undo !== undefined) {
        await runCommand(command, (world) => undoBulkNow(world, operator, project, undo), toUndone);
        return;
      }
      const { where } = options;
      if (word === undefined || where === undefined)
        command.error(
          'Say what to do and to which conversations: bulk accept --where "status=pending". Or give --undo with an id.',
        );
      const act = toAct(word, options);
      await runCommand(
        command,
        async (world) => {
          const prepared = await prepareNow(world, operator, { project, act, where });
          if (options.dryRun || prepared.total === 0) return prepared;
          return startNow(world, operator, project, prepared.id);
        },
        (view) => (view.state === "prepared" ? toPreview(view) : `${toPreview(view)}\n${toResult(view)}`),
      );
    });
}

function toAct(word: string, { reason, note, add, remove, to }: Options): NamedAct {
  const keys = (list = "") => list.split(",").filter((key) => key !== "");
  if (word === "tag") return { kind: "tag", add: keys(add), remove: keys(remove) };
  if (word === "assign") return { kind: "assign", to: to ?? null };
  const why = reason === undefined ? null : RejectReason.parse(reason);
  return { kind: "decide", decision: word === "accept" ? "accept" : "reject", reason: why, note: note ?? null };
}

/** A number with its thousands apart by a thin space, as the studio shows it. */
const count = (value: number) => value.toLocaleString("en").replaceAll(",", "\u202f");

function toPreview({ total, effect }: BulkView): string {
  if (total === 0) return "No conversation matches.";
  const notes = [
    ...effect.byStatus.map((one) => `${count(one.count)} ${one.status}`),
    ...(effect.same > 0 ? [`${count(effect.same)} already so`] : []),
    ...(effect.decidedByOthers > 0 ? [`${count(effect.decidedByOthers)} decided by others`] : []),
    ...(effect.flagged > 0 ? [`${count(effect.flagged)} flagged`] : []),
  ];
  return `${count(total)} ${total === 1 ? "matches" : "match"}: ${notes.join(", ")}`;
}

function toResult({ id, act, done, changed, same }: BulkView): string {
  const word = act.kind === "decide" ? `${act.decision}ed` : act.kind === "tag" ? "tagged" : "assigned";
  const parts = [
    `${count(done)} ${word}`,
    ...(changed > 0 ? [`${count(changed)} changed meanwhile`] : []),
    ...(same > 0 ? [`${count(same)} already so`] : []),
  ];
  return `${parts.join(", ")}\nTo take it back: --undo ${id}`;
}

function toUndone({ done, changed }: BulkView): string {
  return `${count(done)} taken back${changed > 0 ? `, ${count(changed)} left as they are` : ""}`;
}
