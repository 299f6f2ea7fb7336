import { afterAll, describe, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "./create-sandbox.js";
import { SHARED_DATABASES } from "./testing/databases.js";
import { ask, NOW } from "./testing/open-sandbox.js";

const ORDERS = "/api/v1/service_orders.json";
const ACCOUNT = "/ws/rest/ServiceOrder/36648101";
const opened: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

/** Two sandboxes on one database, as behind a balancer. */
async function openReplicas(make: () => Promise<{ url: string }>): Promise<[Sandbox, Sandbox]> {
  const { url } = await make();
  const open = () =>
    createSandbox({
      database: url,
      clock: () => NOW,
      onFault: (fault) => {
        throw fault;
      },
    });
  // At once: both want to make the tables and the session.
  const replicas = await Promise.all([open(), open()]);
  opened.push(...replicas);
  return replicas;
}

const create = (replica: Sandbox, order_number: string) =>
  ask(replica, "POST", ORDERS, {
    service_order: { order_number, cargo_type: "container", container_ids: [4337700], service_ids: [721, "cleaning"] },
  });

const both = <T>(replicas: readonly Sandbox[], count: number, act: (replica: Sandbox, index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(replicas[index % 2] as Sandbox, index)));

describe.each(SHARED_DATABASES)("two replicas on $name", ({ make }) => {
  test("make the tables and the first session once between them", async () => {
    const replicas = await openReplicas(make);
    const answers = await both(replicas, 8, (replica) => ask(replica, "GET", ORDERS));
    expect(answers.map(({ status, body }) => [status, body.total_count])).toEqual(Array(8).fill([200, 27]));
  });

  test("never hand out a number twice", async () => {
    const replicas = await openReplicas(make);
    const created = await both(replicas, 60, (replica, index) => create(replica, `R-${index}`));
    expect(created.filter(({ status }) => status !== 201)).toEqual([]);
    expect(new Set(created.map(({ body }) => body.id)).size).toBe(60);
    expect(
      new Set(created.flatMap(({ body }) => body.service_order_items.map((item: { id: number }) => item.id))).size,
    ).toBe(120);
    expect((await ask(replicas[0], "GET", ORDERS)).body.total_count).toBe(87);
  });

  test("let one of many creations under the same number through", async () => {
    const replicas = await openReplicas(make);
    const created = await both(replicas, 20, (replica) => create(replica, "SAME"));
    expect(created.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(422)]);
  });

  test("lose no step of a hold that many lift and apply at once: its trail alternates", async () => {
    const replicas = await openReplicas(make);
    const HOLD = "/api/v1/manifests/2018010126/bill_of_ladings/TSCW12924362/holds/36.json";
    const hold = { reference_number: "R" };
    const answers = await both(replicas, 60, (replica, index) =>
      index % 3 === 0 ? ask(replica, "PUT", HOLD) : ask(replica, "DELETE", HOLD, { hold }),
    );
    expect(answers.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
    const { hold_events } = (await ask(replicas[0], "GET", "/_sandbox/hold_events?bill_of_lading_number=TSCW12924362"))
      .body;
    const steps = hold_events.map(({ event }: { event: string }) => event);
    expect(steps).toEqual(steps.map((_: string, index: number) => (index % 2 === 0 ? "applied" : "lifted")));
    // The first event stands in the seed.
    expect(steps.length - 1).toBe(answers.filter(({ status }) => status === 200).length);
  });

  test("keep scalars that different callers set at once", async () => {
    const replicas = await openReplicas(make);
    const sent = [
      { exchangeRate: 2 },
      { nominationEmail: "<p>x</p>" },
      { amountAdvanced: 5 },
      { orderDate: "2021-01-01T00:00:00" },
    ];
    const changed = await both(replicas, 4, (replica, index) => ask(replica, "PUT", ACCOUNT, sent[index]));
    expect(changed.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await ask(replicas[1], "GET", ACCOUNT)).body).toMatchObject(Object.assign({}, ...sent));
  });

  test("list orders and count them in one state, while others write", async () => {
    const replicas = await openReplicas(make);
    await both(replicas, 40, (replica, index) => create(replica, `P-${index}`));
    let writing = true;
    const writer = (async () => {
      for (let index = 0; writing; index += 1) {
        await create(replicas[1], `W-${index}`);
        await ask(replicas[1], "DELETE", `/api/v1/service_orders/W-${index}.json`);
      }
    })();
    for (let round = 0; round < 15; round += 1) {
      const { body } = await ask(replicas[0], "GET", `${ORDERS}?per=100&status=pending`);
      expect(body.service_orders).toHaveLength(body.total_count);
    }
    writing = false;
    await writer;
  });

  test("make, keep and forget many sessions at once", async () => {
    const replicas = await openReplicas(make);
    const answers = await both(replicas, 40, async (replica, index) => {
      const headers = { "x-sandbox-session": `s${index % 5}` };
      if (index % 4 === 0) return await ask(replica, "PUT", "/_sandbox/snapshots/x", undefined, headers);
      if (index % 7 === 0) return await ask(replica, "DELETE", "/_sandbox/session", undefined, headers);
      return await ask(replica, "GET", ORDERS, undefined, headers);
    });
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
  });

  test("accept each other's access tokens", async () => {
    const [first, second] = await openReplicas(make);
    const client = {
      client_id: "demo",
      client_secret: "demo",
      audience: "https://dataloy",
      grant_type: "client_credentials",
    };
    const { body } = await ask(first, "POST", "/oauth/token", client);
    const authorization = `Bearer ${body.access_token}`;
    expect((await ask(second, "GET", ACCOUNT, undefined, { authorization })).status).toBe(200);
  });

  test("count a scripted fault down once for each call, whichever is called", async () => {
    const replicas = await openReplicas(make);
    const fault = {
      api: "octopi",
      operation_id: "listServiceOrders",
      calls: 5,
      fault: { kind: "status", status: 503 },
    };
    await ask(replicas[0], "POST", "/_sandbox/faults", fault);
    const answers = await both(replicas, 12, (replica) => ask(replica, "GET", ORDERS));
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(5);
  });
});
