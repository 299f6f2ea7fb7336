import { expect, test } from "vitest";
import { makeFile } from "./testing/databases.js";
import { runProgram } from "./testing/run-program.js";

const WRITERS = 8;
const OCTOPI = { authorization: "Token token=demo", "content-type": "application/json" };
const DATALOY = { authorization: `Basic ${btoa("demo:demo")}`, "content-type": "application/json" };

/** Writes orders to both APIs until the server is gone; `acknowledged` gets those that were answered. */
async function write(origin: string, writer: number, acknowledged: { octopi: string[]; dataloy: string[] }) {
  for (let number = 0; ; number += 1) {
    const name = `KILL-${writer}-${number}`;
    try {
      const order = {
        order_number: name,
        cargo_type: "container",
        container_ids: [4337700, 28776],
        service_ids: ["cleaning", 721],
      };
      const body = JSON.stringify({ service_order: order });
      const created = await fetch(`${origin}/api/v1/service_orders.json`, { method: "POST", headers: OCTOPI, body });
      if (created.status === 201) acknowledged.octopi.push(name);
      const account = {
        portCall: 36344213,
        currency: "USD",
        status: "EST",
        amountAdvancedCurrency: "USD",
        externalReferenceNo: name,
        serviceOrderLines: [1, 2, 3].map((amountEstimate) => ({ serviceCode: "TOW", amountEstimate })),
      };
      const sent = { method: "POST", headers: DATALOY, body: JSON.stringify(account) };
      if ((await fetch(`${origin}/ws/rest/ServiceOrder`, sent)).status === 201) acknowledged.dataloy.push(name);
    } catch {
      return;
    }
  }
}

test("after kill -9 in the middle of writes every acknowledged one is there, and nothing is half there", async () => {
  const { url, remove } = await makeFile();
  const acknowledged = { octopi: [] as string[], dataloy: [] as string[] };
  for (let round = 0; round < 3; round += 1) {
    const before = acknowledged.octopi.length;
    const { origin, end } = await runProgram("--database", url);
    const writers = Array.from({ length: WRITERS }, (_, index) => write(origin, round * WRITERS + index, acknowledged));
    while (acknowledged.octopi.length < before + 30) await new Promise((wake) => setTimeout(wake, 5));
    await end("SIGKILL");
    await Promise.all(writers);
  }
  const { origin, end } = await runProgram("--database", url);
  const octopi = await readAll(origin);
  expect(octopi.total).toBe(octopi.orders.length);
  expect(octopi.orders.map(({ order_number }) => order_number)).toEqual(expect.arrayContaining(acknowledged.octopi));
  expect(octopi.orders.filter((order) => order.service_order_items.length !== 4)).toEqual([]);
  expect(await countAll(origin)).toBe(27 + octopi.orders.length);
  const dataloy = await readAccounts(origin);
  expect(dataloy.map(({ externalReferenceNo }) => externalReferenceNo)).toEqual(
    expect.arrayContaining(acknowledged.dataloy),
  );
  expect(dataloy.filter((one) => one.serviceOrderLines.length !== 3 || one.amount !== 6)).toEqual([]);
  expect(acknowledged.dataloy.length).toBeGreaterThan(0);
  await end("SIGTERM");
  await remove();
});

type Order = { order_number: string; service_order_items: unknown[] };

async function readAll(origin: string): Promise<{ total: number; orders: Order[] }> {
  const orders: Order[] = [];
  for (let page = 1; ; page += 1) {
    const url = `${origin}/api/v1/service_orders.json?order_number=KILL-&per=100&page=${page}`;
    const { total_count, service_orders } = (await (await fetch(url, { headers: OCTOPI })).json()) as {
      total_count: number;
      service_orders: Order[];
    };
    orders.push(...service_orders);
    if (service_orders.length < 100) return { total: total_count, orders };
  }
}

/** Without a filter the orders are not counted, but what was noted of them. */
async function countAll(origin: string): Promise<number> {
  const list = await (await fetch(`${origin}/api/v1/service_orders.json?per=1`, { headers: OCTOPI })).json();
  return (list as { total_count: number }).total_count;
}

type Account = { externalReferenceNo: string | null; amount: number; serviceOrderLines: unknown[] };

async function readAccounts(origin: string): Promise<Account[]> {
  const fields = JSON.stringify({ externalReferenceNo: "*", amount: "*", serviceOrderLines: { amountEstimate: "*" } });
  const response = await fetch(`${origin}/ws/rest/ServiceOrder`, { headers: { ...DATALOY, fields } });
  const accounts = (await response.json()) as Account[];
  return accounts.filter(({ externalReferenceNo }) => externalReferenceNo?.startsWith("KILL-"));
}
