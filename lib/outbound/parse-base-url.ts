import { portTrouble } from "./port-trouble.ts";

/** An address that requests may go below. */
export interface BaseUrl {
  /** Without a slash at its end. */
  href: string;
  protocol: "http:" | "https:";
  /** As `URL` writes it: lower case, IPv6 in brackets. */
  host: string;
  port: number;
}

const longest = 2_000;

/**
 * Reads the base URL of an endpoint. Only one spelling of an address is taken, the one in which it says where it leads: no other
 * notation of an IP address, no sign-in, no query, no way up in the path, nothing that one reader takes for a host and another
 * for a path. O(length).
 *
 * @returns the address, or what is wrong with it in words that follow a field's name
 */
export function parseBaseUrl(text: string): BaseUrl | { trouble: string } {
  if (text.length > longest) return { trouble: `is longer than ${longest} characters` };
  if (!/^[\x21-\x7e]+$/.test(text) || text.includes("\\"))
    return { trouble: "holds a space, a backslash or a character beyond ASCII" };
  const parts = /^([a-z]+):\/\/([^/?#]*)([^?#]*)([?#].*)?$/i.exec(text);
  const [, scheme = "", authority = "", path = "", rest = ""] = parts ?? [];
  const protocol = `${scheme.toLowerCase()}:`;
  if (protocol !== "http:" && protocol !== "https:") return { trouble: "must begin with https:// or http://" };
  if (authority.includes("@")) return { trouble: "must not hold a name or password; the key has a field of its own" };
  if (rest !== "") return { trouble: "must end with the path, without ? or #" };
  const url = URL.parse(text);
  if (url === null) return { trouble: "is not an address such as https://api.example.org/v1" };
  const written = authority.replace(/:\d*$/, "").toLowerCase();
  if (written !== url.hostname) return { trouble: `is another way to write the host ${url.hostname}; write that` };
  if (url.hostname.endsWith(".")) return { trouble: "has a host that ends with a dot" };
  if (/%2e|%2f|%5c|%00|\/\//i.test(path) || path.split("/").some((part) => part === "." || part === ".."))
    return { trouble: "has a path that leads elsewhere than it says" };
  const port = url.port === "" ? (protocol === "https:" ? 443 : 80) : Number(url.port);
  const trouble = portTrouble(port);
  if (trouble !== null) return { trouble };
  return { href: `${url.origin}${url.pathname.replace(/\/+$/, "")}`, protocol, host: url.hostname, port };
}
