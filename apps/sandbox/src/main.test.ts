import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { makeFile, makePostgres } from "./testing/databases.js";
import { runProgram, spawnProgram } from "./testing/run-program.js";

const ORDER = "/api/v1/service_orders/ORDER_NUMBER.json";
/** The exit code after a signal. Windows has none: Node ends the program at once. */
const ENDED = process.platform === "win32" ? null : 0;
const OCTOPI = { authorization: "Token token=demo", "content-type": "application/json" };

async function fail(...options: string[]): Promise<{ code: unknown; complaint: string }> {
  const program = spawnProgram(...options);
  const complaint = text(program.stderr);
  const [code] = await once(program, "close");
  return { code, complaint: await complaint };
}

test("it says where it listens and which credentials it takes, and ends with 0 on a signal", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const { origin, said, end } = await runProgram();
    expect(said()).toContain(`The sandbox of Octopi and Dataloy listens on ${origin} (in memory; Ctrl-C stops it)\n`);
    expect(said()).toContain("Authorization: Token token=demo, or demo2 for the other organisation");
    expect(said()).toContain("user demo, password demo, or client credentials demo / demo");
    expect((await fetch(origin + ORDER, { headers: OCTOPI })).status).toBe(200);
    expect(await end(signal)).toBe(ENDED);
  }
});

test("it ends at once while a call is delayed on purpose, and without a fault", async () => {
  const { origin, child, end } = await runProgram();
  const complaints = text(child.stderr as NonNullable<typeof child.stderr>);
  const fault = { api: "octopi", operation_id: "getServiceOrder", fault: { kind: "delay", delay_ms: 60_000 } };
  const headers = { "content-type": "application/json" };
  await fetch(`${origin}/_sandbox/faults`, { method: "POST", headers, body: JSON.stringify(fault) });
  const cut = fetch(origin + ORDER, { headers: OCTOPI }).catch(() => "cut");
  // Once the fault is counted down, the call has begun.
  while (((await (await fetch(`${origin}/_sandbox/faults`)).json()) as { faults: unknown[] }).faults.length > 0);
  expect(await end("SIGTERM")).toBe(ENDED);
  expect([await cut, await complaints]).toEqual(["cut", ""]);
});

describe("what was written is there after a restart", () => {
  test.each([
    ["a file", makeFile],
    ["PostgreSQL", makePostgres],
  ])("in %s", async (_, make) => {
    const { url, remove } = await make();
    const first = await runProgram("--database", url);
    const body = JSON.stringify({ service_order: { order_number: "RENAMED" } });
    await fetch(first.origin + ORDER, { method: "PUT", headers: OCTOPI, body });
    await first.end("SIGTERM");
    const second = await runProgram("--database", url);
    expect((await fetch(`${second.origin}/api/v1/service_orders/RENAMED`, { headers: OCTOPI })).status).toBe(200);
    await second.end("SIGTERM");
    await remove();
  });
});

test("a large seed has as many orders as were asked for", async () => {
  const { origin, end } = await runProgram("--seed-size", "3000", "--seed", "7");
  const list: unknown = await (await fetch(`${origin}/api/v1/service_orders.json?per=1`, { headers: OCTOPI })).json();
  expect(list).toMatchObject({ total_count: 3027, service_orders: [{ id: 3040 }] });
  await end("SIGTERM");
});

test("on an address that others reach, the control API asks for a key that is printed", async () => {
  const { said, origin, end } = await runProgram("--host", "0.0.0.0");
  const [, key = ""] = /Authorization: Bearer (\S+)/.exec(said()) ?? [];
  expect(key).toMatch(/^[\w-]{24}$/);
  const reset = (headers: Record<string, string>) =>
    fetch(`${origin}/_sandbox/session/reset`, { method: "POST", headers });
  expect((await reset({})).status).toBe(401);
  expect((await reset({ authorization: `Bearer ${key}` })).status).toBe(200);
  await end("SIGTERM");
});

test.each([
  [["--port", "abc"], '--port takes a number from 0 to 65535, not "abc".'],
  [["--seed-size", "200001"], '--seed-size takes a number from 0 to 200000, not "200001".'],
  [["--prot", "1"], "There is no option --prot."],
  [["--database"], "An option lacks its value."],
  [["--database", "mysql://root:hunter22@db/x"], "--database takes a file or postgres://…, and no mysql:// address."],
  [
    ["--port", "0", "--database", "/no/such/folder/sandbox.db"],
    "The database /no/such/folder/sandbox.db cannot be used: ",
  ],
  [
    ["--port", "0", "--database", "postgres://me:hunter22@127.0.0.1:1/x"],
    "The database postgres://127.0.0.1:1/x cannot be used: ",
  ],
])("%j is refused with what to do, and without a password", async (options, sentence) => {
  const { code, complaint } = await fail(...options);
  expect([code, complaint]).toEqual([2, expect.stringContaining(sentence)]);
  expect(complaint).not.toContain("hunter22");
  expect(complaint).not.toMatch(/\n\s+at /);
});

test("help goes to stdout and gives 0", async () => {
  const program = spawnProgram("--help");
  const said = text(program.stdout);
  expect([(await once(program, "close"))[0], (await said).split("\n")[0]]).toEqual([0, "quayside-sandbox [options]"]);
});
