import { isIP } from "node:net";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request names this server. Names that anyone can point at us are refused, so that a page elsewhere cannot
 * reach the studio under a name of its own (DNS rebinding).
 *
 * @param host the Host header
 * @param server the origin that people type, if configured, the host it was told to listen on, and the address that this
 * connection came in on
 */
export function isHostAllowed(
  host: string | undefined,
  { origin, listen, localAddress }: { origin: string | null; listen: string; localAddress: string | undefined },
): boolean {
  const name = hostName(host);
  if (name === null) return false;
  if (loopbackNames.has(name)) return true;
  if (origin !== null && name === new URL(origin).hostname) return true;
  const bare = name.replace(/^\[|\]$/g, "");
  // An address, unlike a name, cannot be made to lead here from elsewhere.
  if (isIP(bare) !== 0) return bare === localAddress?.replace(/^::ffff:/, "") || bare === listen;
  return name === listen.toLowerCase();
}

function hostName(host: string | undefined): string | null {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return null;
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}
