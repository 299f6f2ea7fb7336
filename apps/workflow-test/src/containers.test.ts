import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readServices, type Service } from "./compose.ts";
import { type Container, checkNothing, startContainer } from "./containers.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

const services = readServices();
const OCTOPI = { authorization: "Token token=demo", "content-type": "application/json" };
const ORDER = "/api/v1/service_orders/ORDER_NUMBER.json";

function service(name: string): Service {
  const found = services[name];
  if (found === undefined) throw new Error(`compose.yaml has no service ${name}.`);
  return found;
}

describe("two sandboxes on one PostgreSQL, started as compose.yaml says", () => {
  let postgres: Postgres;
  let replicas: Container[];
  beforeAll(async () => {
    postgres = await startPostgres();
    const database = { SANDBOX_DATABASE: postgres.url };
    // At once, as compose does.
    replicas = await Promise.all(["sandbox-1", "sandbox-2"].map((name) => startContainer(service(name), database)));
  });
  afterAll(() => postgres?.stop());

  test("what one writes the other reads", async () => {
    const [first, second] = replicas as [Container, Container];
    const body = JSON.stringify({ service_order: { order_number: "ORDER_NUMBER", comment: "Written on the first" } });
    expect((await fetch(first.origin + ORDER, { method: "PUT", headers: OCTOPI, body })).status).toBe(200);
    const read: unknown = await (await fetch(second.origin + ORDER, { headers: OCTOPI })).json();
    expect(read).toMatchObject({ comment: "Written on the first" });
  });

  test("they start with the data that their command asks for", async () => {
    const list = "/api/v1/service_orders.json?per=1";
    const answer: unknown = await (await fetch(`${replicas[0]?.origin}${list}`, { headers: OCTOPI })).json();
    expect(answer).toMatchObject({ total_count: 127 });
  });

  test("one key opens the control API of both", async () => {
    const headers = { authorization: `Bearer ${service("sandbox-1").environment?.SANDBOX_CONTROL_KEY}` };
    for (const { origin } of replicas) {
      expect((await fetch(`${origin}/_sandbox/session`)).status).toBe(401);
      expect((await fetch(`${origin}/_sandbox/session`, { headers })).status).toBe(200);
    }
  });

  test("a signal ends one with 0, and the other goes on", async ({ skip }) => {
    skip(process.platform === "win32", "on Windows a signal ends a program at once");
    const [first, second] = replicas as [Container, Container];
    expect(await first.stop()).toBe(0);
    expect([await first.isHealthy(), await second.isHealthy()]).toEqual([1, 0]);
  });

  test("without the database a sandbox is not healthy", async () => {
    const second = replicas[1] as Container;
    await postgres.stop();
    expect(await second.isHealthy()).toBe(1);
    await second.stop();
  });
});

test("without a key a sandbox is healthy too", async () => {
  const { environment: _, ...plain } = service("sandbox-1");
  const sandbox = await startContainer(plain);
  expect((await fetch(sandbox.origin + ORDER, { headers: OCTOPI })).status).toBe(200);
  await sandbox.stop();
});

test("the mock answers, is healthy, and ends with 0", async ({ skip }) => {
  const mock = await startContainer(service("mock"));
  expect((await fetch(`${mock.origin}/api/v1/service_orders/API_TEST_002.json`, { headers: OCTOPI })).status).toBe(200);
  const code = await mock.stop();
  skip(process.platform === "win32", "on Windows a signal ends a program at once");
  expect(code).toBe(0);
});

test.each(["sandbox-1", "mock"])("the health check of %s fails where nothing listens", async (name) => {
  expect(await checkNothing(service(name))).toBe(1);
});
