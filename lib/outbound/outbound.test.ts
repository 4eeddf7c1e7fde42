import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKind } from "./address-kind.ts";
import { type HostRule, parseHostRule } from "./host-rule.ts";
import { outboundTrouble, resolvedTrouble } from "./outbound-trouble.ts";
import { parseBaseUrl } from "./parse-base-url.ts";
import { portTrouble } from "./port-trouble.ts";

const rule = (text: string, options?: { private: boolean }): HostRule => {
  const parsed = parseHostRule(text, options);
  if ("trouble" in parsed) throw new RangeError(`${text} ${parsed.trouble}`);
  return parsed;
};

describe("addresses", () => {
  test.each([
    ["8.8.8.8", "public"],
    ["172.15.255.255", "public"],
    ["172.16.0.0", "private"],
    ["172.31.255.255", "private"],
    ["172.32.0.0", "public"],
    ["100.63.255.255", "public"],
    ["100.64.0.1", "private"],
    ["100.127.255.255", "private"],
    ["100.128.0.0", "public"],
    ["10.0.0.1", "private"],
    ["192.168.1.1", "private"],
    ["127.255.255.255", "loopback"],
    ["0.0.0.0", "forbidden"],
    ["169.254.169.254", "forbidden"],
    ["100.100.100.200", "forbidden"],
    ["168.63.129.16", "forbidden"],
    ["198.18.0.1", "forbidden"],
    ["198.19.255.255", "forbidden"],
    ["198.20.0.0", "public"],
    ["224.0.0.1", "forbidden"],
    ["240.0.0.1", "forbidden"],
    ["255.255.255.255", "forbidden"],
    ["::1", "loopback"],
    ["[::1]", "loopback"],
    ["::", "forbidden"],
    ["::ffff:127.0.0.1", "forbidden"],
    ["::ffff:7f00:1", "forbidden"],
    ["::ffff:8.8.8.8", "forbidden"],
    ["64:ff9b::7f00:1", "forbidden"],
    ["2002:7f00:1::", "forbidden"],
    ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "forbidden"],
    ["2001:db8::1", "forbidden"],
    ["fe80::1", "forbidden"],
    ["fe80::1%eth0", "forbidden"],
    ["ff02::1", "forbidden"],
    ["fc00::1", "private"],
    ["fd12:3456::1", "private"],
    ["fd00:ec2::254", "forbidden"],
    ["2606:4700:4700::1111", "public"],
    ["no address", "forbidden"],
    ["256.1.1.1", "forbidden"],
  ])("%s is %s", (address, kind) => {
    expect(addressKind(address)).toBe(kind);
  });
});

/** Battery S of the outbound guard: what is refused for its address alone, whatever else is allowed. */
const refused = [
  "http://127.1/v1",
  "http://0x7f000001/v1",
  "http://2130706433/v1",
  "http://0177.0.0.1/v1",
  "http://localhost./v1",
  "http://a.localhost/v1",
  "http://0.0.0.0/v1",
  "http://[::]/v1",
  "http://[::ffff:127.0.0.1]/v1",
  "http://[::ffff:7f00:1]/v1",
  "http://169.254.169.254/latest/meta-data/",
  "http://[fd00:ec2::254]/v1",
  "http://metadata.google.internal/v1",
  "http://198.18.0.1/v1",
  "http://224.0.0.1/v1",
  "http://240.0.0.1/v1",
  "http://[fe80::1%25eth0]/v1",
  "http://[fe80::1]/v1",
  "http://[64:ff9b::7f00:1]/v1",
  "http://[2002:7f00:1::]/v1",
  "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/v1",
  "http://user:pass@allowed.example/v1",
  "https://allowed.example#@127.0.0.1",
  "https://allowed.example\\@127.0.0.1/v1",
  "https://allowed.example/\t/v1",
  "https://allowed.example\n/v1",
  " https://allowed.example/v1",
  "https://allowed。example/v1",
  "https://127。0。0。1/v1",
  "https://bücher.example/v1",
  "https://аllowed.example/v1",
  "https://allowed.example:22/v1",
  "https://allowed.example:25/v1",
  "https://allowed.example:5432/v1",
  "https://allowed.example:6379/v1",
  "file:///etc/passwd",
  "gopher://allowed.example/",
  "data:text/plain,hello",
  "ftp://allowed.example/v1",
  "https://allowed.example/v1/../../admin",
  "https://allowed.example/v1/%2e%2e/admin",
  "https://allowed.example/v1%2f..%2fadmin",
  "https://allowed.example//127.0.0.1/v1",
  "https://allowed.example/v1?to=127.0.0.1",
  "https:allowed.example/v1",
  "https:///allowed.example/v1",
  "//allowed.example/v1",
  "",
];
/** These are refused until the operator names them. */
const near = [
  "http://127.0.0.1/v1",
  "http://localhost/v1",
  "http://[::1]/v1",
  "http://10.1.2.3/v1",
  "http://172.16.0.1/v1",
  "http://192.168.0.1/v1",
  "http://100.64.0.1/v1",
  "http://[fc00::1]/v1",
];

const trouble = (rules: readonly HostRule[], text: string) => {
  const base = parseBaseUrl(text);
  return "trouble" in base ? base.trouble : outboundTrouble(rules, base);
};

describe("base URLs", () => {
  const most = ["allowed.example", "127.0.0.1", "localhost", "[::1]", "10.1.2.3"].map((host) => rule(host));

  test.each(refused)("%j is refused although other hosts are allowed", (text) => {
    expect(trouble(most, text)).toBeTypeOf("string");
  });

  test.each(near)("%s is refused until it is allowed", (text) => {
    expect(trouble([rule("allowed.example")], text)).toMatch(/not on the list/);
    expect(trouble([rule(new URL(text).hostname)], text)).toBeNull();
  });

  test("nothing is allowed at first, and a rule with a port allows that port only", () => {
    expect(trouble([], "https://allowed.example/v1")).toMatch(/tessera allow-host allowed.example/);
    expect(trouble(most, "https://allowed.example/v1")).toBeNull();
    expect(trouble(most, "https://other.allowed.example/v1")).toMatch(/not on the list/);
    expect(trouble([rule("127.0.0.1:4010")], "http://127.0.0.1:4010/v1")).toBeNull();
    expect(trouble([rule("127.0.0.1:4010")], "http://127.0.0.1:4011/v1")).toMatch(/not on the list/);
    expect(trouble([rule("localhost")], "http://127.0.0.1:4010/v1")).toBeNull();
  });

  test("a key goes to the world by https only", () => {
    expect(trouble(most, "http://allowed.example/v1")).toMatch(/https/);
  });

  test("are kept as they were written, without the slash at the end", () => {
    expect(parseBaseUrl("https://API.example.org/v1/")).toEqual({
      href: "https://api.example.org/v1",
      protocol: "https:",
      host: "api.example.org",
      port: 443,
    });
    expect(parseBaseUrl("http://[::1]:8080")).toMatchObject({ href: "http://[::1]:8080", host: "[::1]", port: 8080 });
  });

  test("whatever is accepted says the same to every reader: host, port and path are those of the text", () => {
    const part = fc.stringMatching(/^[a-z0-9.:@/\\#?%[\]-]{0,14}$/);
    fc.assert(
      fc.property(fc.constantFrom("http://", "https://", "HTTPS://"), part, part, (scheme, host, path) => {
        const base = parseBaseUrl(`${scheme}${host}/${path}`);
        if ("trouble" in base) return;
        const url = new URL(base.href);
        expect(`${scheme}${host}`.toLowerCase()).toContain(base.host);
        expect(url.hostname).toBe(base.host);
        expect(url.username + url.password + url.search + url.hash).toBe("");
        expect(portTrouble(base.port)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("hosts of rules", () => {
  test.each([
    ["api.openai.com", { host: "api.openai.com", port: null, private: false }],
    ["API.OpenAI.com:443", { host: "api.openai.com", port: 443, private: false }],
    ["localhost", { host: "localhost", port: null, private: true }],
    ["127.0.0.1:80", { host: "127.0.0.1", port: 80, private: true }],
    ["[::1]:8080", { host: "[::1]", port: 8080, private: true }],
    ["192.168.0.7", { host: "192.168.0.7", port: null, private: true }],
  ])("%s is read", (text, expected) => {
    expect(parseHostRule(text)).toEqual(expected);
  });
  test.each([
    "",
    "http://a.example",
    "a.example/v1",
    "a@b",
    "127.1",
    "0x7f000001",
    "169.254.169.254",
    "0.0.0.0",
    "a.example:22",
    "a.example.",
    "*.example",
    "metadata.google.internal",
  ])("%j is refused", (text) => {
    expect(parseHostRule(text)).toHaveProperty("trouble");
  });
});

describe("names", () => {
  const open = rule("allowed.example");
  const inside = rule("inside.example", { private: true });
  test("one address that is not public is enough to refuse", () => {
    expect(resolvedTrouble(open, ["8.8.8.8", "2606:4700::1"])).toBeNull();
    expect(resolvedTrouble(open, ["8.8.8.8", "::1"])).toMatch(/private network/);
    expect(resolvedTrouble(open, ["10.0.0.1"])).toMatch(/--private/);
    expect(resolvedTrouble(open, [])).toMatch(/no address/);
  });
  test("a name of a private network leads there, and still not to metadata", () => {
    expect(resolvedTrouble(inside, ["10.0.0.1", "127.0.0.1"])).toBeNull();
    expect(resolvedTrouble(inside, ["169.254.169.254"])).toMatch(/never contacted/);
  });
});
