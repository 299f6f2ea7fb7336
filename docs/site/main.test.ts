import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startSite } from "./serve.ts";

test("it says where it is and leaves quietly on Ctrl-C", async () => {
  const { child, said } = start("--port", "0");
  await once(child.stdout, "data");
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said.stdout)?.[0] ?? "";
  expect((await fetch(origin)).status).toBe(200);
  child.kill("SIGINT");
  // Windows has no signals: Node ends the program at once.
  expect(await once(child, "exit")).toEqual(process.platform === "win32" ? [null, "SIGINT"] : [0, null]);
  expect(said.stderr).toBe("");
});

test.each([
  [["--port", "99999"], /99999 is no port number/],
  [["--port", "4k"], /"4k" is no port number/],
  [["--port=-1"], /"-1" is no port number/],
  [["--prot", "1"], /--prot/],
  [["--host", "192.0.2.1", "--port", "0"], /192\.0\.2\.1 is no address of this machine/],
])("%j is one clear sentence", async (args, sentence) => {
  const { child, said } = start(...args);
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(said.stderr).toMatch(sentence);
  expect(said.stderr.trim().split("\n")).toHaveLength(1);
});

test("a taken port is named, and how to choose another", async () => {
  const site = await startSite({ port: 0 });
  const { port } = new URL(site.origin);
  const { child, said } = start("--port", port);
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(said.stderr).toBe(`Port ${port} on 127.0.0.1 is taken. Choose another: --port ${Number(port) + 1}.\n`);
  await site.close();
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url)), ...args]);
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  return { child, said };
}
