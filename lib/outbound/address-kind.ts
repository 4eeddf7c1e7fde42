/**
 * What an address is reached by. `forbidden` ones are never contacted, whatever an operator allows: the network's own (link-local,
 * multicast, reserved, documentation), those that carry another address inside (mapped, NAT64, 6to4, Teredo) and the metadata
 * services of clouds, which hand out credentials to whoever asks.
 */
export type AddressKind = "public" | "private" | "loopback" | "forbidden";

type Range = readonly [network: string, bits: number, kind: AddressKind];

/** The first range that holds an address decides. Source: IANA special-purpose address registries (RFC 6890 and later). */
const ranges4: readonly Range[] = [
  // Azure's and Alibaba's metadata services lie among ordinary addresses.
  ["168.63.129.16", 32, "forbidden"],
  ["100.100.100.200", 32, "forbidden"],
  ["127.0.0.0", 8, "loopback"],
  ["10.0.0.0", 8, "private"],
  ["172.16.0.0", 12, "private"],
  ["192.168.0.0", 16, "private"],
  ["100.64.0.0", 10, "private"],
  ["0.0.0.0", 8, "forbidden"],
  ["169.254.0.0", 16, "forbidden"],
  ["192.0.0.0", 24, "forbidden"],
  ["192.0.2.0", 24, "forbidden"],
  ["192.88.99.0", 24, "forbidden"],
  ["198.18.0.0", 15, "forbidden"],
  ["198.51.100.0", 24, "forbidden"],
  ["203.0.113.0", 24, "forbidden"],
  ["224.0.0.0", 3, "forbidden"],
];

/** Only 2000::/3 is in public use, and parts of it carry other addresses or none. */
const ranges6: readonly Range[] = [
  ["::1", 128, "loopback"],
  ["fd00:ec2::254", 128, "forbidden"],
  ["fc00::", 7, "private"],
  ["2001::", 23, "forbidden"],
  ["2001:db8::", 32, "forbidden"],
  ["2002::", 16, "forbidden"],
  ["3fff::", 20, "forbidden"],
  ["2000::", 3, "public"],
];

/**
 * The kind of an IPv4 or IPv6 address as resolvers and `URL` write it (dotted, or hexadecimal groups with or without brackets).
 * What is no address is `forbidden`. Constant time.
 */
export function addressKind(address: string): AddressKind {
  const four = groups4(address);
  if (four) return ranges4.find(([network, bits]) => matches(four, groups4(network), bits, 8))?.[2] ?? "public";
  const six = groups6(address);
  return (six && ranges6.find(([network, bits]) => matches(six, groups6(network), bits, 16))?.[2]) ?? "forbidden";
}

/** Whether a host, as `URL` writes it, is an address and no name. */
export function isAddress(host: string): boolean {
  return groups4(host) !== null || groups6(host) !== null;
}

function matches(address: readonly number[], network: readonly number[] | null, bits: number, width: number): boolean {
  if (network === null) return false;
  for (let at = 0, left = bits; left > 0; at++, left -= width) {
    const shift = Math.max(0, width - left);
    if ((address[at] ?? 0) >> shift !== (network[at] ?? 0) >> shift) return false;
  }
  return true;
}

function groups4(address: string): number[] | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return null;
  const bytes = address.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

function groups6(address: string): number[] | null {
  const bare = address.replace(/^\[|\]$/g, "");
  if (!bare.includes(":") || !/^[0-9a-f:.]+$/i.test(bare)) return null;
  const parsed = URL.parse(`http://[${bare}]/`);
  if (parsed === null) return null;
  // `URL` writes the eight groups in hexadecimal, with the longest run of zeros left out.
  const [head = "", tail] = parsed.hostname.slice(1, -1).split("::");
  const numbers = (text: string) => (text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16)));
  const start = numbers(head);
  if (tail === undefined) return start;
  const end = numbers(tail);
  return [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end];
}
