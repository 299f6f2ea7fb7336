import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { runOutside } from "./outside.ts";

const folder = inject("consumer");
const node22 = join(folder, "node_modules/node-22/bin");
const nodes = [
  { name: "the workspace's Node", path: dirname(process.execPath), version: process.version },
  { name: "the oldest Node that it is for", path: node22, version: "v22.0.0" },
];

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox?.close());

test("the file of the command is there, starts with the line that finds Node, and may be run", async () => {
  const manifest = JSON.parse(
    await readFile(join(folder, "node_modules/@quayside/contract-test/package.json"), "utf8"),
  );
  const file = join(folder, "node_modules/@quayside/contract-test", manifest.bin["contract-test"]);
  expect(await readFile(file, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  // Windows has no such mode.
  if (process.platform !== "win32") expect((await stat(file)).mode & 0o111).toBe(0o111);
});

test("npx finds the installed command, and fetches none", async () => {
  const path = [dirname(process.execPath)];
  const printed = await runOutside("npx", ["--no", "--", "contract-test", "--help"], folder, path);
  expect(printed).toMatch(/^contract-test --api octopi\|dataloy --target <origin>/);
});

describe.each(nodes)("with $name", ({ path, version }) => {
  // The registry does not have it for every machine.
  const isMissing = !existsSync(join(path, process.platform === "win32" ? "node.exe" : "node"));
  /** As a script of a package.json runs it: the file's first line finds Node on PATH. */
  const run = (...args: string[]) =>
    runOutside(join(folder, "node_modules/.bin/contract-test"), ["--api", "octopi", ...args], folder, [path]);

  test.skipIf(isMissing)("the command runs on that Node", async () => {
    expect((await runOutside("node", ["--version"], folder, [path])).trim()).toBe(version);
    expect(await run("--help")).toContain("--target <origin>");
  });

  test.skipIf(isMissing)("it plans a run, and sends nothing", async () => {
    const printed = await run("--target", "https://octopi.example", "--token", "any", "--plan");
    expect(printed).toContain("GET /api/v1/service_orders.json");
    expect(printed).toContain("Nothing was sent.");
  });

  test.skipIf(isMissing)("it reads from the sandbox, finds the spec kept, and says so in a report", async () => {
    const file = join(folder, `report-${version}.json`);
    const some = ["--operations", "listServiceOrders,getServiceOrder", "--depth", "1", "--seed", "1"];
    await run("--target", sandbox.origin, "--token", "demo", "--mode", "read-only", ...some, "--json", file);
    const { overall, mode, requests, tool } = JSON.parse(await readFile(file, "utf8"));
    expect([overall, mode, requests.writes, tool.version]).toEqual(["kept", "read-only", 0, "0.1.0"]);
    expect(requests.sent).toBeGreaterThan(10);
  });
});
