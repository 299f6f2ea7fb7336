import { runOutside } from "@quayside/release/run-outside";
import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findHostNode } from "./host-node.ts";
import { readSandbox } from "./read-sandbox.ts";

const programs = ["by-import.js", "by-require.cjs"];

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox?.close());

test.for(programs)("%s works on the Node of the workspace", async (program) => {
  expect(await runProgram(process.execPath, program)).toEqual(await readSandbox(sandbox.origin));
});

test.for(programs)("%s works on the Node of the machine", async (program, { skip }) => {
  const host = await findHostNode(process.env);
  if ("reason" in host) {
    console.warn(`Not tested: ${host.reason}.`);
    return skip(host.reason);
  }
  expect(await runProgram(host.path, program)).toEqual(await readSandbox(sandbox.origin));
});

async function runProgram(node: string, program: string): Promise<unknown> {
  return JSON.parse(await runOutside(node, [program, sandbox.origin], inject("consumer")));
}
