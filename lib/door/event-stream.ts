/** One event of a stream. */
export interface StreamEvent {
  /** Comes back in `Last-Event-ID` when the stream was cut. */
  id: number;
  data: unknown;
}

/** How soon a browser asks again when a stream has ended, in milliseconds. */
const retryAfter = 500;

/**
 * An answer of server-sent events (HTML standard, section 9.2); null keeps the line open and says nothing. `gone` is called when
 * nobody listens any more. One event is held at a time: a slow reader slows the source down.
 */
export function eventStream(events: AsyncIterator<StreamEvent | null>, gone: () => void): Response {
  const encoder = new TextEncoder();
  let opened = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!opened) {
          opened = true;
          controller.enqueue(encoder.encode(`retry: ${retryAfter}\n\n`));
        }
        const { done, value } = await events.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(toText(value)));
      },
      async cancel() {
        gone();
        await events.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      // A proxy that gathers answers would keep events from whoever waits for them.
      "x-accel-buffering": "no",
    },
  });
}

function toText(event: StreamEvent | null): string {
  return event === null ? ":\n\n" : `id: ${event.id}\ndata: ${JSON.stringify(event.data)}\n\n`;
}
