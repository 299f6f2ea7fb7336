import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listenHttp } from "../testing/listen.js";
import { runCommand } from "../testing/run-command.js";

vi.setConfig({ testTimeout: 120_000 });

const TOKEN = "quayside-secret-token";
let sandbox: RunningSandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), "contract-test-"));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

test("a proxy passes on, records and judges until Ctrl-C, and its recording can be judged again", async ({ skip }) => {
  skip(process.platform === "win32", "on Windows a signal ends a program at once");
  const har = join(folder, "traffic.har");
  const port = await freePort();
  const proxied = `http://127.0.0.1:${port}/api/v1`;
  const argv = ["proxy", "--api", "octopi", "--target", sandbox.origin, "--port", `${port}`, "--har", har];
  let interrupt = () => {};
  const running = runCommand(argv, {}, (kill) => {
    interrupt = kill;
  });
  const headers = { authorization: `Token token=${TOKEN}` };
  const answer = await retried(() => fetch(`${proxied}/service_orders/41.json`, { headers }));
  expect(answer.status).toBe(401);
  await fetch(`${proxied}/service_orders.json?per=5`, { headers: { authorization: "Token token=demo" } });
  interrupt();
  const { out, err, code } = await running;
  expect([code, err]).toEqual([0, expect.stringContaining("listServiceOrders")]);
  const again = await runCommand(["--api", "octopi", "--har", har]);
  expect(again.code).toBe(0);
  expect((await readFile(har, "utf8")) + out + err + again.out).not.toContain(TOKEN);
});

async function freePort(): Promise<number> {
  const server = await listenHttp(() => {});
  await server.close();
  return Number(new URL(server.origin).port);
}

/** Until the proxy listens. */
async function retried(work: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await work().catch(() => undefined);
    if (response !== undefined) return response;
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

test("what is held against the spec from a file sends nothing and gives its exit code", async () => {
  const har = join(folder, "one.har");
  const entry = (body: string) => ({
    startedDateTime: "2026-11-24T12:00:00.000Z",
    time: 5,
    request: {
      method: "GET",
      url: "https://tos.example/api/v1/service_orders/41.json",
      headers: [{ name: "Authorization", value: `Token token=${TOKEN}` }],
    },
    response: {
      status: 200,
      headers: [{ name: "Content-Type", value: "application/json" }],
      content: { text: body, mimeType: "application/json" },
    },
  });
  await writeFile(
    har,
    JSON.stringify({
      log: { version: "1.2", creator: { name: "x", version: "1" }, entries: [entry(`{"id":"${TOKEN}"}`)] },
    }),
  );
  const { out, err, code } = await runCommand(["--api", "octopi", "--har", har]);
  expect([code, out]).toEqual([1, expect.stringContaining("missing-property")]);
  expect(out + err).not.toContain(TOKEN);
  await writeFile(har, JSON.stringify({ log: { version: "1.2", creator: { name: "x", version: "1" }, entries: [] } }));
  expect((await runCommand(["--api", "octopi", "--har", har])).code).toBe(2);
});
