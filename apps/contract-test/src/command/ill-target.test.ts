import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningMock, startMock } from "@quayside/mock";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ILL_TARGETS } from "../testing/ill-targets.js";
import { runCommand } from "../testing/run-command.js";

vi.setConfig({ testTimeout: 120_000 });

const TOKEN = "quayside-secret-token";
let mock: RunningMock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), "contract-test-"));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

test.each(ILL_TARGETS)("$name: $exitCode, and it says $says", async ({ start, exitCode, says, timeoutMs, trust }) => {
  const ill = await start(mock.origin);
  const junit = join(folder, "junit.xml");
  const timeout = timeoutMs === undefined ? [] : ["--timeout-ms", `${timeoutMs}`];
  const operations = ["--operations", "getServiceOrder,listHolds"];
  const argv = ["--api", "octopi", "--target", ill.origin, ...operations, ...timeout, "--junit", junit];
  const environment: Record<string, string> = trust === undefined ? {} : { NODE_EXTRA_CA_CERTS: trust };
  const { out, err, code } = await runCommand(argv, { QUAYSIDE_TOKEN: TOKEN, ...environment });
  await ill.close();
  expect([code, out + err]).toEqual([exitCode, expect.stringContaining(says)]);
  expect(err).not.toContain("contract-test itself failed");
  if (out !== "") expect(await readFile(junit, "utf8")).toMatch(/<(failure|error) /);
  expect(ill.followed?.() ?? 0).toBe(0);
});
