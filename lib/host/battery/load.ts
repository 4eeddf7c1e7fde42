import { pause } from "../postmaster.ts";
import { LedgerClient, type LedgerLine } from "./ledger.ts";
import type { PreparedProject } from "./prepare-project.ts";

/** People at work, until they are told to stop. */
export interface Load {
  ledger: LedgerLine[];
  /** How many writes were answered with success so far. */
  acknowledged(): number;
  /** Lets each finish the write it is at, and resolves when all have. */
  stop(): Promise<void>;
}

const ClientsPause = 5;

/**
 * One client for each token, all on the same conversations, so that they meet: each decides, edits and tags in turn by what
 * it last heard of a conversation's version. The same seed asks for the same acts.
 */
export function startLoad(address: string, project: PreparedProject, seed: number): Load {
  const ledger: LedgerLine[] = [];
  let stopping = false;
  const clients = project.tokens.map((token) => new LedgerClient({ address, project: project.slug, token, ledger }));
  const people = clients.map((client, index) => act(client, project, numbers(seed + index), () => stopping));
  return {
    ledger,
    acknowledged: () => ledger.filter(({ answer }) => answer !== null && answer.status < 300).length,
    async stop() {
      stopping = true;
      await Promise.all(people);
    },
  };
}

async function act(
  client: LedgerClient,
  { conversations, tags }: PreparedProject,
  next: (below: number) => number,
  isStopping: () => boolean,
): Promise<void> {
  const versions = new Map<string, number>();
  while (!isStopping()) {
    const conversation = conversations[next(conversations.length)] ?? "";
    const expectedVersion = versions.get(conversation) ?? 1;
    const { answer } = await client.write(conversation, {
      ...chooseAct(expectedVersion, tags, next),
    });
    if (answer === null) continue;
    const told = JSON.parse(answer.text);
    const version: unknown = answer.status < 300 ? told.version : told.details?.version;
    if (typeof version === "number") versions.set(conversation, version);
    await pause(ClientsPause);
  }
}

function chooseAct(expectedVersion: number, tags: readonly string[], next: (below: number) => number) {
  const kind = (["decide", "decide", "edit", "tag"] as const)[next(4)] ?? "decide";
  if (kind === "decide") {
    const verdict = (["accept", "reject", "flag"] as const)[next(3)] ?? "accept";
    return { kind, body: { expectedVersion, kind: verdict } };
  }
  if (kind === "edit") {
    const content = `An answer that was written anew, number ${next(2 ** 31)}: “naïve” 食べ物 \u{1F35A}`;
    return {
      kind,
      body: {
        expectedVersion,
        turns: [
          { role: "user" as const, content: "What is eaten?" },
          { role: "assistant" as const, content },
        ],
      },
    };
  }
  const [add, remove] = [tags[next(tags.length)] ?? "", tags[next(tags.length)] ?? ""];
  return { kind, body: { expectedVersion, add: [add], remove: add === remove ? [] : [remove] } };
}

/** Whole numbers from 0 up to a bound, the same for the same seed (a linear congruential generator). */
export function numbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) % 2 ** 32;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
