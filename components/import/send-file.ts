import { ApiProblem, problemOf } from "#components/api-client.ts";
import { newKey } from "#components/new-key.ts";
import type { ImportView } from "#lib/schema/import-view.ts";
import { parsedJson } from "#lib/text/parsed-json.ts";

/**
 * Sends a file and tells how many bytes have left. Not with fetch: browsers report the progress of an upload only here.
 *
 * @throws ApiProblem as `request` does
 */
export function sendFile(
  project: string,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<ImportView> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", `/api/v1/projects/${project}/imports?fileName=${encodeURIComponent(file.name)}`);
    call.setRequestHeader("content-type", "application/octet-stream");
    call.setRequestHeader("accept", "application/json");
    call.setRequestHeader("idempotency-key", newKey());
    call.upload.addEventListener("progress", (event) => onProgress(event.loaded));
    call.addEventListener("load", () => {
      const body = parsedJson(call.responseText)?.value ?? null;
      if (call.status < 200 || call.status > 299) return reject(problemOf(call.status, body));
      // As in `request`: the server holds every answer against its schema before it leaves.
      resolve(body as ImportView);
    });
    call.addEventListener("error", () =>
      reject(
        new ApiProblem(0, "offline", "The upload broke off. Check that the studio runs, then send the file again."),
      ),
    );
    call.addEventListener("abort", () => reject(new ApiProblem(0, "aborted", "The upload was stopped.")));
    signal.addEventListener("abort", () => call.abort(), { once: true });
    call.send(file);
  });
}
