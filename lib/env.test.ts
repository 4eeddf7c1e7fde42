import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEnv } from "./env.ts";

const secret = "0f8a2d61c4b97e35aa10d2f4983bc6e7";

describe("parseEnv", () => {
  test("has a default for everything", () => {
    expect(parseEnv({})).toEqual({
      databaseUrl: null,
      data: resolve("data"),
      origin: null,
      secret: null,
      trustProxy: false,
      logLevel: "info",
      debug: false,
    });
  });

  test("takes an empty variable for an absent one", () => {
    expect(parseEnv({ DATABASE_URL: "", TESSERA_SECRET: "", TESSERA_TRUST_PROXY: "" })).toEqual(parseEnv({}));
  });

  test("prefers the database that the supervisor names", () => {
    const parsed = parseEnv({ DATABASE_URL: "postgresql://a/a", TESSERA_DATABASE_URL: "postgresql://b/b" });
    expect(parsed.databaseUrl).toBe("postgresql://b/b");
  });

  test("reads every variable", () => {
    const parsed = parseEnv({
      TESSERA_DATA: "/srv/tessera",
      TESSERA_ORIGIN: "https://tessera.example.org/",
      TESSERA_SECRET: secret,
      TESSERA_TRUST_PROXY: "1",
      TESSERA_LOG_LEVEL: "debug",
      TESSERA_DEBUG: "1",
    });
    expect(parsed).toMatchObject({
      data: "/srv/tessera",
      origin: "https://tessera.example.org",
      secret,
      trustProxy: true,
      logLevel: "debug",
      debug: true,
    });
  });

  test.each([
    [{ TESSERA_SECRET: "short" }, /TESSERA_SECRET must hold at least 32 bytes/],
    [{ TESSERA_SECRET: "a".repeat(40) }, /TESSERA_SECRET looks like an example/],
    [{ TESSERA_SECRET: "please-change-me-please-change-me-12" }, /TESSERA_SECRET looks like an example/],
    [{ TESSERA_ORIGIN: "tessera.example.org" }, /TESSERA_ORIGIN must be an address/],
    [{ TESSERA_ORIGIN: "ftp://tessera.example.org" }, /TESSERA_ORIGIN must be an address/],
    [{ TESSERA_ORIGIN: "https://tessera.example.org/studio" }, /TESSERA_ORIGIN must end after the host/],
    [{ TESSERA_TRUST_PROXY: "yes" }, /TESSERA_TRUST_PROXY must be 0 or 1/],
    [{ TESSERA_LOG_LEVEL: "loud" }, /TESSERA_LOG_LEVEL must be one of fatal, error/],
  ])("refuses %j", (source, message) => {
    expect(() => parseEnv(source)).toThrow(message);
  });

  test("names all the troubles at once", () => {
    expect(() => parseEnv({ TESSERA_SECRET: "short", TESSERA_DEBUG: "maybe" })).toThrow(
      /TESSERA_SECRET.*TESSERA_DEBUG/,
    );
  });
});
