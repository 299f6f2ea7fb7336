import { expect, test } from "vitest";
import { openBench } from "./sandbox.test.fixture.js";

const { session } = await openBench();
const path = { manifest_client_identifier: "2018010126", bill_of_lading_number: "TSCW12924362" };

test("a hold is lifted and applied again by its own actions", async () => {
  const { octopi, sent } = session();
  const client = octopi();
  const names = async () => {
    const { bill_of_lading } = await client.listHolds({ path });
    const { unlifted_holds, applicable_holds } = bill_of_lading;
    return { unlifted_holds, applicable_holds, all: unlifted_holds.map(({ id }) => id) };
  };
  const before = await names();
  const [hold] = before.unlifted_holds;
  if (hold === undefined) throw new Error("The seed has a hold.");
  await client.follow(hold.actions.lift, { body: { hold: { reference_number: "RCPT-1182" } } });
  const lifted = await names();
  expect(lifted.all).toEqual(before.all.filter((id) => id !== hold.id));
  const applicable = lifted.applicable_holds.find(({ id }) => id === hold.id);
  if (applicable === undefined) throw new Error("A lifted hold can be applied again.");
  await client.follow(applicable.actions.apply);
  expect((await names()).all.toSorted()).toEqual(before.all.toSorted());
  expect((await sent()).map(({ operation_id }) => operation_id)).toContain("liftHold");
});

test("wherever an action says it is, it is asked for at the client's own origin", async () => {
  const { octopi, sent } = session();
  const client = octopi();
  const { bill_of_lading } = await client.listHolds({ path });
  const lift = bill_of_lading.unlifted_holds[0]?.actions.lift;
  if (lift === undefined) throw new Error("The seed has a hold.");
  const elsewhere = { ...lift, url: lift.url.replace(/^https?:\/\/[^/]*/, "http://evil.example").replace(".json", "") };
  await client.follow(elsewhere, { body: { hold: { reference_number: "RCPT-1182" } } });
  expect((await sent("liftHold")).map(({ status }) => status)).toEqual([200]);
});

test("the next page is followed with its query", async () => {
  const { octopi } = session();
  const client = octopi();
  const bill = { bill_of_lading_id: 1001 };
  const first = await client.listLineItems({ path: bill, query: { per: 2 } });
  if (first.actions?.next_page === undefined) throw new Error("The seed has three line items.");
  const second = await client.follow(first.actions.next_page);
  const { line_items } = await client.listLineItems({ path: bill });
  expect([...first.line_items, ...second.line_items]).toEqual(line_items.slice(0, 4));
});

test.each([
  { method: "GET", url: "https://app.octopi.co/api/v1/trucks/1.json" },
  { method: "POST", url: "https://app.octopi.co/api/v1/manifests/1/bill_of_ladings/2/holds/3.json" },
  { method: "GET", url: "https://app.octopi.co/api/v1/../../_sandbox/requests" },
])("$method $url leads to nothing that the client can do", async (action) => {
  const { octopi, sent } = session();
  await expect(octopi().follow(action as never)).rejects.toThrow(/^follow: \w+ \/.* is no action of this client/);
  expect(await sent()).toEqual([]);
});
