import { openDoor } from "#lib/door/door.ts";
import { eventStream } from "#lib/door/event-stream.ts";
import { queryInput } from "#lib/door/request-input.ts";
import { followRun, isAtRest } from "#lib/services/runs/follow-run.ts";
import { getRunChanges } from "#lib/services/runs/get-run-changes.ts";

/** A run as it goes, as server-sent events. A browser that was cut off says by itself what it heard last. */
export const GET = openDoor("run.read", false, async ({ world }, actor, request, params) => {
  const address = { project: params.project ?? "", run: params.run ?? "" };
  const heard = request.headers.get("last-event-id");
  const input = { ...queryInput(request.url), ...(heard === null ? {} : { after: heard }), ...address };
  const first = await getRunChanges.run(world, actor, input);
  // Whoever has heard the end is told not to ask again.
  if (heard === String(first.tick) && isAtRest(first.run)) return new Response(null, { status: 204 });
  const leaving = new AbortController();
  const gone = () => leaving.abort();
  request.signal.addEventListener("abort", gone);
  const changes = followRun(world, actor, address, first, leaving.signal);
  const events = async function* () {
    for await (const change of changes) yield change === null ? null : { id: change.tick, data: change };
  };
  return eventStream(events(), gone);
});
