import { expect, test } from "vitest";
import { readPorts } from "./read-ports.js";
import { services } from "./services.js";

function read(...argv: string[]): number[] {
  return [...readPorts(services, argv).values()];
}

test("without options, the docs have 4000, the mock 4010 and the sandbox 4020", () => {
  expect(read()).toEqual([4000, 4010, 4020]);
});

test("each option changes one port, also behind a -- that pnpm handed on", () => {
  expect(read("--", "--mock-port", "5010")).toEqual([4000, 5010, 4020]);
  expect(read("--site-port=0", "--mock-port=65535")).toEqual([0, 65_535, 4020]);
});

test.each([["abc"], ["70000"], ["-1"], ["4000.5"], ["0x10"], [""]])(
  "--mock-port %j is refused with an example",
  (port) => {
    expect(() => read(`--mock-port=${port}`)).toThrow(
      `--mock-port takes a number from 0 to 65535, not "${port}". For example: --mock-port 4011`,
    );
  },
);

test("one port for two services is refused", () => {
  expect(() => read("--mock-port", "4000")).toThrow("The docs site and the mock cannot both have port 4000.");
});

test("an unknown option is refused with the usage", () => {
  expect(() => read("--port", "1")).toThrow(
    "Usage: pnpm start [--site-port 4000] [--mock-port 4010] [--sandbox-port 4020]",
  );
});
