import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { runOutside } from "../outside/run-outside.ts";
import { findNode } from "./nodes.ts";
import { type Program, startProgram } from "./start-program.ts";

const folder = inject("consumer");
const running = process.versions.node;
const ownNode = [dirname(process.execPath)];

let sandbox: Program;
beforeAll(async () => {
  sandbox = await startByNpx("@quayside/sandbox");
});
afterAll(() => sandbox?.interrupt());

const testSandbox = (...options: string[]) => {
  const target = ["--api", "octopi", "--target", sandbox.origin, "--token", "demo", "--seed", "1", "--depth", "1"];
  return [...target, ...options];
};

describe("by npx, which fetches nothing", () => {
  test("contract-test finds the spec kept by the sandbox", async () => {
    const options = testSandbox("--operations", "createServiceOrder,getServiceOrder");
    const printed = await runOutside("npx", ["--no", "--", "contract-test", ...options], folder, ownNode);
    expect(printed).toMatch(/^KEPT /);
  });

  test.for(["@quayside/sandbox", "@quayside/mock"])("%s answers until Ctrl-C", async (name) => {
    const { origin, interrupt } = await startByNpx(name);
    const headers = { authorization: "Token token=demo" };
    const read = () => fetch(`${origin}/api/v1/service_orders/SO123456.json`, { headers });
    expect((await read()).status).toBe(200);
    await interrupt();
    await expect(read()).rejects.toThrow("fetch failed");
  });
});

describe.each(["22.0.0", running])("contract-test on Node %s", (version) => {
  test("plans a run, and sends nothing", async ({ skip }) => {
    const options = ["--api", "octopi", "--target", "https://octopi.example", "--token", "any", "--plan"];
    const printed = await runCommand("contract-test", options, nodeOr(skip, version));
    expect(printed).toContain("GET /api/v1/service_orders.json");
    expect(printed).toContain("Nothing was sent.");
  });

  test("reads from the sandbox, finds the spec kept, and says so in a report", async ({ skip }) => {
    const file = join(folder, `report-${version}.json`);
    const some = ["--operations", "listServiceOrders,getServiceOrder", "--mode", "read-only", "--json", file];
    await runCommand("contract-test", testSandbox(...some), nodeOr(skip, version));
    const { overall, mode, requests, tool } = JSON.parse(await readFile(file, "utf8"));
    const { version: packed } = await readManifestOf("@quayside/contract-test");
    expect([overall, mode, requests.writes, tool.version]).toEqual(["kept", "read-only", 0, packed]);
    expect(requests.sent).toBeGreaterThan(10);
  });
});

test("contract-test ends with 1 when a sandbox that is told to breaks the spec", async () => {
  onTestFinished(mend);
  await breakReading();
  const tested = runCommand(
    "contract-test",
    testSandbox("--operations", "getServiceOrder", "--mode", "read-only"),
    ownNode,
  );
  await expect(tested).rejects.toMatchObject({ cause: { code: 1, stdout: expect.stringMatching(/^BROKEN /) } });
});

// npx itself does not hand a SIGTERM on to what it started.
describe.each([
  ["quayside-sandbox", running],
  ["quayside-mock", running],
  ["quayside-mock", "22.3.0"],
])("%s on Node %s", (name, version) => {
  test("listens, and ends with 0 on SIGTERM", async ({ skip }) => {
    if (process.platform === "win32") skip("Windows knows no signals");
    const program = await startProgram(pathOf(name), ["--port", "0"], folder, nodeOr(skip, version));
    expect(await program.terminate()).toBe(0);
  });
});

describe.each([
  ["sandbox", "quayside-sandbox", "22.3.0"],
  ["mock", "quayside-mock", "22.0.0"],
  ["contract-test", "contract-test", "20.3.0"],
])("%s, whose command is %s, on Node %s", (name, command, version) => {
  test("says in a sentence which Node it needs, and ends with 2", async ({ skip }) => {
    const { engines } = await readManifestOf(`@quayside/${name}`);
    const needed = engines.node.replace(">=", "Node ");
    const refused = runCommand(command, ["--help"], nodeOr(skip, version));
    await expect(refused).rejects.toMatchObject({ cause: { code: 2, stdout: "" } });
    await expect(refused).rejects.toThrow(
      new RegExp(`^(The )?${name} needs ${needed} or newer.*; this is ${version}\\.$`, "m"),
    );
  });
});

async function startByNpx(name: string): Promise<Program> {
  return await startProgram("npx", ["--no", "--", name, "--port", "0"], folder, ownNode);
}

/** As a script of a package.json runs it: the file's first line finds Node on PATH. */
async function runCommand(name: string, options: readonly string[], first: readonly string[]): Promise<string> {
  return await runOutside(pathOf(name), options, folder, first);
}

function pathOf(command: string): string {
  return join(folder, "node_modules", ".bin", command);
}

async function readManifestOf(name: string) {
  return JSON.parse(await readFile(join(folder, "node_modules", name, "package.json"), "utf8"));
}

function nodeOr(skip: (reason: string) => void, version: string): string[] {
  const found = findNode(inject("nodes"), version);
  if (found === undefined) skip(`there is no Node ${version} here`);
  return found === undefined ? [] : [found];
}

/** Every further reading of an order is answered with a status that the spec does not have. */
async function breakReading(): Promise<void> {
  const fault = { api: "octopi", operation_id: "getServiceOrder", calls: 1000, fault: { kind: "status", status: 418 } };
  const headers = { "content-type": "application/json" };
  const asked = await fetch(`${sandbox.origin}/_sandbox/faults`, {
    method: "POST",
    headers,
    body: JSON.stringify(fault),
  });
  expect(asked.status).toBe(201);
}

async function mend(): Promise<void> {
  await fetch(`${sandbox.origin}/_sandbox/faults`, { method: "DELETE" });
}
