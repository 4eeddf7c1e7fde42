import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Our own header with the address of the reader, which pages and routes may believe. */
export const addressHeader = "x-tessera-address";

/** What only a proxy in front may say. */
const proxyHeaders = /^(forwarded|x-forwarded-.*|x-real-ip)$/;
/** What frameworks and hosts say to themselves inside, and nobody outside may. */
const innerHeaders = /^x-(tessera|middleware|invoke|nextjs|next|matched|now|vercel|action)(-.*)?$/;

/**
 * Takes the headers off a request that the outside must not set, and writes the address of the reader in. Changes the
 * request, before anything else reads it.
 *
 * @param trustProxy whether the last proxy in front is ours and may be believed
 */
export function cleanHeaders(request: IncomingMessage, trustProxy: boolean): void {
  const address =
    (trustProxy ? lastForwarded(request.headers["x-forwarded-for"]) : null) ?? request.socket.remoteAddress ?? "";
  const unwanted = (name: string) => innerHeaders.test(name) || (!trustProxy && proxyHeaders.test(name));
  for (const name of Object.keys(request.headers)) if (unwanted(name)) delete request.headers[name];
  const raw: string[] = [];
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const [name = "", value = ""] = request.rawHeaders.slice(at, at + 2);
    if (!unwanted(name.toLowerCase())) raw.push(name, value);
  }
  const plain = address.replace(/^::ffff:/, "");
  request.headers[addressHeader] = plain;
  request.rawHeaders = [...raw, addressHeader, plain];
}

/** The address that our own proxy saw: the last in the list, since what stands before it came from outside. */
function lastForwarded(header: string | string[] | undefined): string | null {
  const last = [header ?? ""].flat().join(",").split(",").at(-1)?.trim() ?? "";
  return isIP(last) === 0 ? null : last;
}
