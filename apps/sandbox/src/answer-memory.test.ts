import { describe, expect, test } from "vitest";
import { SHARED_DATABASES } from "./testing/databases.js";
import { ask, openSandbox } from "./testing/open-sandbox.js";

const ORDER = "/api/v1/service_orders/ORDER_NUMBER.json";
const HOLDS = "/api/v1/manifests/2018010126/bill_of_ladings/TSCW12924362/holds.json";
const ACCOUNT = "/ws/rest/ServiceOrder/36647845";

describe("an answer that was given before is not given", () => {
  test("after a write to the session", async () => {
    const { ask } = await openSandbox();
    const comment = async () => (await ask("GET", ORDER)).body.comment;
    const before = await comment();
    expect(await comment()).toBe(before);
    await ask("PUT", ORDER, { service_order: { order_number: "ORDER_NUMBER", comment: "changed" } });
    expect(await comment()).toBe("changed");
    await ask("POST", "/_sandbox/session/reset");
    expect(await comment()).toBe(before);
  });

  test("after an item was completed by the control API", async () => {
    const { ask } = await openSandbox();
    const status = async () => (await ask("GET", ORDER)).body.status;
    expect(await status()).toBe("pending");
    await ask("POST", "/_sandbox/service_order_items/25/start");
    expect(await status()).toBe("in_progress");
  });

  test("to another organisation, another tenant, or without credentials", async () => {
    const { ask } = await openSandbox();
    await ask("GET", ORDER);
    await ask("GET", ACCOUNT);
    expect((await ask("GET", ORDER, undefined, { authorization: "Token token=demo2" })).status).toBe(404);
    expect((await ask("GET", ORDER, undefined, { authorization: "Token token=nobody" })).status).toBe(401);
    expect((await ask("GET", ACCOUNT, undefined, { authorization: `Basic ${btoa("demo2:demo2")}` })).status).toBe(404);
    expect((await ask("GET", ACCOUNT, undefined, { authorization: "" })).status).toBe(401);
  });

  test("where the header fields chooses others", async () => {
    const { ask } = await openSandbox();
    const keys = async (fields: string) => Object.keys((await ask("GET", ACCOUNT, undefined, { fields })).body);
    expect(await keys('{"exchangeRate":"*"}')).toContain("exchangeRate");
    expect(await keys('{"orderDate":"*"}')).not.toContain("exchangeRate");
  });

  test("when time has gone by, where it depends on the time", async () => {
    let now = Date.parse("2024-01-29T12:00:00Z");
    const { ask } = await openSandbox({ clock: () => now });
    const inForce = async () => (await ask("GET", HOLDS)).body.bill_of_lading.unlifted_holds.length;
    const hold = { reference_number: "R", lift_until: "2024-01-29T13:00:00Z" };
    await ask("DELETE", HOLDS.replace(".json", "/36.json"), { hold });
    expect(await inForce()).toBe(0);
    now += 3_600_000;
    expect(await inForce()).toBe(1);
  });

  test("to a token that has expired meanwhile", async () => {
    let now = Date.parse("2024-01-29T12:00:00Z");
    const { ask } = await openSandbox({ clock: () => now });
    const client = {
      client_id: "demo",
      client_secret: "demo",
      audience: "https://dataloy",
      grant_type: "client_credentials",
    };
    const authorization = `Bearer ${(await ask("POST", "/oauth/token", client)).body.access_token}`;
    expect((await ask("GET", ACCOUNT, undefined, { authorization })).status).toBe(200);
    now += 86_400_000;
    const { status, body } = await ask("GET", ACCOUNT, undefined, { authorization });
    expect([status, body.message]).toEqual([401, "Token expired."]);
  });

  test("to a session that was deleted and begins again", async () => {
    const { ask } = await openSandbox();
    await ask("DELETE", ORDER);
    expect((await ask("GET", ORDER)).status).toBe(404);
    await ask("DELETE", "/_sandbox/session");
    expect((await ask("GET", ORDER)).status).toBe(200);
  });
});

test.each(SHARED_DATABASES)("what another replica on $name writes is seen", async ({ make }) => {
  const { url } = await make();
  const [reader, writer] = [await openSandbox({ database: url }), await openSandbox({ database: url })];
  expect((await reader.ask("GET", ORDER)).body.comment).not.toBe("changed");
  await ask(writer.sandbox, "PUT", ORDER, { service_order: { order_number: "ORDER_NUMBER", comment: "changed" } });
  expect((await reader.ask("GET", ORDER)).body.comment).toBe("changed");
});

test("the same request again is answered the same, headers included", async () => {
  const { ask } = await openSandbox();
  const list = () => ask("GET", "/ws/rest/ServiceOrder");
  const [first, second] = [await list(), await list()];
  expect([second.body, [...second.headers]]).toEqual([first.body, [...first.headers]]);
});
