import { describe, expect, test } from "vitest";
import { addressOf, parseListenOptions } from "./listen-options.ts";

describe("parseListenOptions", () => {
  test("listens on the loopback address unless asked", () => {
    expect(parseListenOptions([])).toEqual({
      data: undefined,
      port: 3000,
      host: "127.0.0.1",
      dev: false,
      withoutWorker: false,
    });
  });

  test("reads each option", () => {
    const options = parseListenOptions([
      "--data",
      "/srv/t",
      "--port=8080",
      "--host",
      "0.0.0.0",
      "--dev",
      "--without-worker",
    ]);
    expect(options).toEqual({ data: "/srv/t", port: 8080, host: "0.0.0.0", dev: true, withoutWorker: true });
  });

  test.each([
    [["--port", "http"], '--port takes a number from 0 to 65535, not "http".'],
    [["--port", "70000"], '--port takes a number from 0 to 65535, not "70000".'],
    [["--data", ""], "--data takes the path of a folder."],
    [["--host="], "--host takes a name or an address"],
    [["--prot", "1"], /Unknown option '--prot'.*--data, --port, --host/],
    [["there"], /Unexpected argument 'there'/],
    [["--port"], /--port/],
  ])("refuses %j", (args, sentence) => {
    expect(() => parseListenOptions(args)).toThrow(sentence);
  });
});

test("an IPv6 address stands in brackets", () => {
  expect([addressOf("127.0.0.1", 3000), addressOf("::1", 3000)]).toEqual([
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
  ]);
});
