import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { answerWith, failWith, type PlainAnswer } from "#lib/simulation/plain-answer.ts";

const Line = z.object({ custom_id: z.string(), url: z.literal("/v1/chat/completions"), body: z.unknown() });
const NewBatch = z.object({ input_file_id: z.string(), endpoint: z.literal("/v1/chat/completions") });
const created = 0;

/** Batches: a file of requests in, a file of answers out. They are done as soon as they are asked for. */
export function createBatches(answerChat: (body: string) => { plain: PlainAnswer }) {
  const files = new Map<string, string>();
  const batches = new Map<string, object>();
  const keep = (content: string) => {
    const id = `file-${files.size + 1}`;
    files.set(id, content);
    return id;
  };

  function run(inputFile: string): object | null {
    const input = files.get(inputFile);
    if (input === undefined) return null;
    const lines = input
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => Line.parse(JSON.parse(line)));
    const output = lines.map(({ custom_id, body }, n) => {
      const { plain } = answerChat(JSON.stringify(body));
      const response = { status_code: plain.status, request_id: `request-${n}`, body: JSON.parse(plain.body) };
      return JSON.stringify({ id: `line-${n}`, custom_id, response, error: null });
    });
    const batch = {
      id: `batch-${batches.size + 1}`,
      object: "batch",
      endpoint: "/v1/chat/completions",
      input_file_id: inputFile,
      output_file_id: keep(`${output.join("\n")}\n`),
      error_file_id: null,
      completion_window: "24h",
      status: "completed",
      created_at: created,
      completed_at: created,
      request_counts: { total: lines.length, completed: lines.length, failed: 0 },
    };
    batches.set(batch.id, batch);
    return batch;
  }

  return {
    /** Answers whatever is asked below /v1/files and /v1/batches. */
    answer(request: IncomingMessage, path: string, body: string): PlainAnswer {
      const [, , room, id, part] = path.split("/");
      const posts = request.method === "POST";
      if (room === "files" && posts && id === undefined) {
        const content = fileOf(request.headers["content-type"] ?? "", body);
        return content === null
          ? missing()
          : answered({ id: keep(content), object: "file", purpose: "batch", bytes: content.length });
      }
      if (room === "files" && part === "content") {
        const content = files.get(id ?? "");
        return content === undefined
          ? missing()
          : { status: 200, headers: { "content-type": "application/jsonl" }, body: content };
      }
      if (room !== "batches") return missing();
      if (id !== undefined) return answered(batches.get(id) ?? null);
      if (!posts) return answered({ object: "list", data: [...batches.values()], has_more: false });
      const wanted = NewBatch.safeParse(JSON.parse(body));
      return answered(wanted.success ? run(wanted.data.input_file_id) : null);
    },
  };
}

/** The file in a form, as the API's clients send it. */
function fileOf(type: string, body: string): string | null {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) return null;
  const part = body.split(`--${boundary}`).find((each) => /name="file"/.test(each.slice(0, 300)));
  const start = part?.indexOf("\r\n\r\n") ?? -1;
  return part === undefined || start === -1 ? null : part.slice(start + 4).replace(/\r\n$/, "");
}

function answered(body: object | null): PlainAnswer {
  return body === null ? missing() : answerWith(body);
}

function missing(): PlainAnswer {
  return failWith(404, "not_found", "There is nothing of this name.");
}
