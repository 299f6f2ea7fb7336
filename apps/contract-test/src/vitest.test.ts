import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RunningMock, startMock } from "@quayside/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractTests } from "./vitest.js";

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

contractTests({ api: "octopi", target: () => mock.origin, token: "any" });
contractTests({ api: "dataloy", target: () => mock.origin, user: "any:one" });

describe("in a suite whose server does not keep the spec", () => {
  let report: string;
  beforeAll(async () => {
    report = await runSuite();
  }, 60_000);

  test("a case that fails names rule, place and what is wrong", () => {
    expect(report).toContain("not ok 1 - no more than is required");
    expect(report).toMatch(/message: "wrong-type {2}getServiceOrder \/id: /);
  });

  test("a record that is not there is skipped", () => {
    expect(report).toMatch(/^ *ok \d+ - path: id .*# SKIP/m);
  });

  test("a difference on what is inferred is a warning, and the case passes", () => {
    expect(report).toMatch(/^ *ok \d+ - asks for 200 #/m);
  });
});

/** What Vitest says about the suite in testing/suite, in TAP. */
function runSuite(): Promise<string> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const config = fileURLToPath(new URL("testing/suite/vitest.config.ts", import.meta.url));
  const argv = [
    vitest,
    "run",
    "--config",
    config,
    "--root",
    fileURLToPath(new URL("..", import.meta.url)),
    "--reporter",
    "tap",
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}
