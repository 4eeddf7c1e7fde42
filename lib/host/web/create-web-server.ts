import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { cleanHeaders } from "./clean-headers.ts";
import { isHostAllowed } from "./host-allowed.ts";
import { watchBody } from "./watch-body.ts";

/** What answers a request that passed the gate. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface WebServerOptions {
  handler: Handler;
  /** Whether the database answers; asked by `/readyz`. */
  isDatabaseReady: () => Promise<boolean>;
  origin: string | null;
  /** The host it is told to listen on. */
  listen: string;
  trustProxy: boolean;
  /** Passes upgrades on instead of refusing them: the development server reloads pages that way. */
  onUpgrade?: (server: Server) => void;
}

/** An HTTP server and the way to end it. */
export interface WebServer {
  server: Server;
  /** Takes no new connection, lets answers finish for so long at most, and resolves when all is closed. */
  drain(patienceMs: number): Promise<void>;
}

const HEADERS_MS = 15_000;
const IDLE_MS = 65_000;
const HEADER_BYTES = 16_384;
const IDLE_CHECK_MS = 50;

/**
 * The gate in front of the pages and the API. It alone faces the network: it fixes what a request may say about itself,
 * refuses what no page of ours ever sends, bounds how long a request may take to arrive, and tells whether we are well.
 */
export function createWebServer({
  handler,
  isDatabaseReady,
  origin,
  listen,
  trustProxy,
  onUpgrade,
}: WebServerOptions): WebServer {
  let draining = false;
  const answering = new Set<ServerResponse>();
  const server = createServer(
    // Bodies have a rate to keep (see watchBody) rather than a time, since an upload may be large.
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: 0,
      keepAliveTimeout: IDLE_MS,
      maxHeaderSize: HEADER_BYTES,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => {
      if (draining) response.setHeader("connection", "close");
      answering.add(response);
      response.once("close", () => answering.delete(response));
      void answer(request, response);
    },
  );
  if (onUpgrade) onUpgrade(server);
  else
    server.on("upgrade", (_request, socket) =>
      socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"),
    );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?", 1)[0];
    if (path === "/healthz") return say(response, 200, "ok");
    if (path === "/readyz") {
      const ready = !draining && (await isDatabaseReady());
      return ready
        ? say(response, 200, "ready")
        : say(response, 503, draining ? "stopping" : "the database does not answer");
    }
    if (!isHostAllowed(request.headers.host, { origin, listen, localAddress: request.socket.localAddress })) {
      return say(
        response,
        421,
        "This server does not answer to that name. Set TESSERA_ORIGIN to the address people type.",
      );
    }
    if (!isReadable(path)) return say(response, 400, "The address is not valid");
    if (request.method === "TRACE" || request.method === "TRACK")
      return say(response, 405, "Method not allowed", { allow: "GET, HEAD, POST, PUT, PATCH, DELETE" });
    // Pages are only read: Next.js would look into a form that is sent to one for a call of a server function. A form that a
    // reader sends before its page is awake leads back to the page.
    if (
      onUpgrade === undefined &&
      !path?.startsWith("/api/") &&
      request.method !== "GET" &&
      request.method !== "HEAD"
    ) {
      const back = request.method === "POST" && /^\/(?![/\\])/.test(request.url ?? "") ? request.url : undefined;
      return back === undefined
        ? say(response, 405, "Method not allowed", { allow: "GET, HEAD" })
        : say(response, 303, "See the page", { location: back });
    }
    if (request.headers["next-action"] !== undefined) return say(response, 404, "Not found");
    cleanHeaders(request, trustProxy);
    watchBody(request, () => {
      if (response.headersSent) request.destroy();
      else
        say(
          response.once("finish", () => request.destroy()),
          408,
          "The body stopped coming",
          { connection: "close" },
        );
    });
    try {
      await handler(request, response);
    } catch {
      // The handler answers its own errors; what comes here is a connection that broke off.
      response.destroy();
    }
  }

  return {
    server,
    async drain(patienceMs) {
      draining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // A stream of events has no end of its own; whoever listens goes on elsewhere from what was heard last.
      for (const response of answering) if (isEventStream(response)) response.destroy();
      // A connection whose answer was begun before falls idle only after it, and would wait for its client to go.
      const idler = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
      const cutter = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearInterval(idler);
      clearTimeout(cutter);
    },
  };
}

function isEventStream(response: ServerResponse): boolean {
  return /^text\/event-stream\b/.test(String(response.getHeader("content-type") ?? ""));
}

/** Whether the percent signs of a path stand for UTF-8, so that nobody behind the gate stumbles over it. */
function isReadable(path: string | undefined): boolean {
  try {
    decodeURIComponent(path ?? "");
    return true;
  } catch {
    return false;
  }
}

function say(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(`${text}\n`);
}
