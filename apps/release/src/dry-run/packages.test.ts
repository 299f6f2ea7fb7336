import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { runOutside } from "../outside/run-outside.ts";
import { findNode } from "./nodes.ts";
import { type Program, startProgram } from "./start-program.ts";

const folder = inject("consumer");
const running = process.versions.node;

let sandbox: Program;
beforeAll(async () => {
  const first = [findNode(inject("nodes"), running) ?? ""];
  sandbox = await startProgram("npx", ["--no", "--", "quayside-sandbox", "--port", "0"], folder, first);
});
afterAll(() => sandbox?.interrupt());

test("a program that uses every package compiles, with the types of all that was installed", async () => {
  const compiler = join(folder, "node_modules/typescript/bin/tsc");
  const files = ["call-client.ts", "hold-answers.ts", "use-msw.ts", "use-servers.ts"];
  const options = ["--module", "nodenext", "--target", "es2022", "--lib", "es2024,dom", "--types", "node"];
  await runOutside(process.execPath, [compiler, "--strict", "--noEmit", ...options, ...files], folder);
});

test.for(["20.3.0", "22.0.0", running])("the client calls the sandbox on Node %s", async (version, { skip }) => {
  const { order, status, ids } = JSON.parse(await runProgram("call-client.js", version, skip));
  expect([order, status]).toEqual(["SO123456", 404]);
  const all = await fetch(`${sandbox.origin}/api/v1/service_orders.json?per=100`, {
    headers: { authorization: "Token token=demo" },
  });
  const { service_orders: orders } = (await all.json()) as { service_orders: { id: number }[] };
  expect(ids).toEqual(orders.map(({ id }) => id));
});

test.for(["20.3.0", "22.0.0", running])(
  "the spec is read as JSON and YAML, and the contract holds answers against it, on Node %s",
  async (version, { skip }) => {
    expect(JSON.parse(await runProgram("hold-answers.js", version, skip))).toEqual({
      operation: "getServiceOrder",
      kept: [],
      broken: ["missing-property"],
      yaml: "openapi:",
    });
  },
);

test("MSW answers a client with the spec's examples", async ({ skip }) => {
  const { status, orders } = JSON.parse(await runProgram("use-msw.js", running, skip));
  expect(status).toBe("cancelled");
  expect(orders).toBeGreaterThan(0);
});

test("mock and sandbox start in the program of another team, with and without a port", async ({ skip }) => {
  expect(JSON.parse(await runProgram("use-servers.js", running, skip))).toEqual([200, 404, 200, 404]);
});

async function runProgram(program: string, version: string, skip: () => void): Promise<string> {
  const node = findNode(inject("nodes"), version);
  if (node === undefined) skip();
  return await runOutside("node", [program, sandbox.origin], folder, [node ?? ""]);
}
