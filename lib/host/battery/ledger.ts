import { createHash } from "node:crypto";

/** What a client asked for. */
export type Act =
  | { kind: "decide"; body: { expectedVersion: number; kind: "accept" | "reject" | "flag" } }
  | { kind: "edit"; body: { expectedVersion: number; turns: { role: "user" | "assistant"; content: string }[] } }
  | { kind: "tag"; body: { expectedVersion: number; add: string[]; remove: string[] } };

/** One write of a client: made before it is sent, completed by its answer. */
export interface LedgerLine {
  key: string;
  conversation: string;
  act: Act;
  /** Of the text that an edit sent, in the form in which texts are stored. */
  sha256: string | null;
  /** How often it was sent without an answer that settles it: cut connections, time-outs, and answers of 5xx. */
  unsettled: number;
  /** The answers of 5xx among those. */
  troubles: number[];
  /** Null while nothing settles it. */
  answer: { status: number; text: string } | null;
  /** Sends it once more, as the same person; returns the answer, null when none came. */
  again: () => Promise<LedgerLine["answer"]>;
}

const pathOf = { decide: "decisions", edit: "revisions", tag: "tags" } as const;

export interface LedgerClientOptions {
  address: string;
  project: string;
  token: string;
  ledger: LedgerLine[];
}

/** Sends writes as the pages do: each under a key of its own, repeated under the same key until an answer settles it. */
export class LedgerClient {
  readonly #options: LedgerClientOptions;

  constructor(options: LedgerClientOptions) {
    this.#options = options;
  }

  /** Writes the ledger's line, then sends until it is settled or `patienceMs` are over. */
  async write(conversation: string, act: Act, patienceMs = 30_000): Promise<LedgerLine> {
    const line: LedgerLine = {
      key: crypto.randomUUID(),
      conversation,
      act,
      sha256: act.kind === "edit" ? textHash(act.body.turns) : null,
      unsettled: 0,
      troubles: [],
      answer: null,
      again: () => this.#send(line),
    };
    this.#options.ledger.push(line);
    const deadline = Date.now() + patienceMs;
    for (let wait = 20; line.answer === null && Date.now() < deadline; wait = Math.min(wait * 2, 300)) {
      line.answer = await this.#send(line);
      if (line.answer === null) await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return line;
  }

  async #send(line: LedgerLine): Promise<LedgerLine["answer"]> {
    const { address, project, token } = this.#options;
    const url = `${address}/api/v1/projects/${project}/conversations/${line.conversation}/${pathOf[line.act.kind]}`;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "idempotency-key": line.key,
        },
        body: JSON.stringify(line.act.body),
        signal: AbortSignal.timeout(10_000),
      });
      const text = await response.text();
      if (response.status < 500) return { status: response.status, text };
      line.troubles.push(response.status);
    } catch {
      // Nobody knows whether it was done: the same key is sent again.
    }
    line.unsettled += 1;
    return null;
  }
}

/** The hash of a text as the studio stores it: JSON without white space, the role first. */
export function textHash(turns: readonly { role: string; content: string }[]): string {
  return createHash("sha256")
    .update(JSON.stringify(turns.map(({ role, content }) => ({ role, content }))))
    .digest("hex");
}
