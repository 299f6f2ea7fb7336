import { setTimeout } from "node:timers/promises";
import { where } from "@quayside/client/dataloy";
import { expect, test } from "vitest";
import { openBench, order, QUICK, type Session } from "./sandbox.test.fixture.js";

const { sandbox, session } = await openBench();
const BEFORE = { kind: "cut", when: "before_commit" } as const;
const AFTER = { kind: "cut", when: "after_commit" } as const;
const disbursement = (externalReferenceNo: string) => ({
  body: {
    externalReferenceNo,
    portCall: 36344213,
    currency: "USD",
    status: "EST",
    amountAdvancedCurrency: "EUR",
    serviceOrderLines: [{ serviceCode: "TOW", amountEstimate: 1200 }],
  },
});

const APIS = {
  octopi: {
    create: (one: Session, key: string, options = {}) => one.octopi().createServiceOrder.once(order(key), options),
    keyOf: (data: object) => ("order_number" in data ? data.order_number : undefined),
  },
  dataloy: {
    create: (one: Session, key: string, options = {}) =>
      one.dataloy().createServiceOrder.once(disbursement(key), options),
    keyOf: (data: object) => ("externalReferenceNo" in data ? data.externalReferenceNo : undefined),
  },
} as const;
const names = ["octopi", "dataloy"] as const;

test.each(names)("%s: a creation that is answered is created, with one request", async (api) => {
  const one = session();
  const { data, ...how } = await APIS[api].create(one, "DA/1 23");
  expect(how).toEqual({ outcome: "created", attempts: 1 });
  expect(APIS[api].keyOf(data)).toBe("DA/1 23");
  expect(await one.sent()).toHaveLength(1);
});

test.each(names)("%s: one whose answer is lost after the commit is found, and not sent again", async (api) => {
  const one = session();
  await one.fault(api, "createServiceOrder", AFTER);
  const { data, ...how } = await APIS[api].create(one, "DA-1");
  expect(how).toEqual({ outcome: "found", attempts: 1 });
  expect(APIS[api].keyOf(data)).toBe("DA-1");
  expect(await one.sent("createServiceOrder")).toHaveLength(1);
});

test.each(names)("%s: one that was cut before the commit is not found, and repeated", async (api) => {
  const one = session();
  await one.fault(api, "createServiceOrder", BEFORE);
  const { outcome, attempts } = await APIS[api].create(one, "DA-1");
  expect([outcome, attempts]).toEqual(["repeated", 2]);
});

test.each(names)("%s: half an answer leaves the record, which is found", async (api) => {
  const one = session();
  await one.fault(api, "createServiceOrder", { kind: "broken_body" });
  expect(await APIS[api].create(one, "DA-1")).toMatchObject({ outcome: "found", attempts: 1 });
});

test.each([429, 500, 503])("after %i the record is looked for, and the creation sent again", async (status) => {
  const one = session();
  await one.fault("octopi", "createServiceOrder", { kind: "status", status });
  expect(await APIS.octopi.create(one, "DA-1")).toMatchObject({ outcome: "repeated", attempts: 2 });
});

test("a refusal is a refusal, and nobody looks for anything", async () => {
  const one = session();
  const wrong = order("DA-1");
  wrong.body.service_order.container_ids = [1];
  await expect(one.octopi().createServiceOrder.once(wrong)).rejects.toMatchObject({ name: "ApiError", attempts: 1 });
  await one.octopi().createServiceOrder(order("TAKEN"));
  await expect(APIS.octopi.create(one, "TAKEN")).rejects.toMatchObject({ status: 422, attempts: 1 });
  expect(await one.sent("getServiceOrder")).toEqual([]);
});

test("a refusal after a renewed token is a refusal too, although it is the second answer", async () => {
  const one = session();
  const tokenUrl = `${sandbox.origin}/oauth/token`;
  const client = one.dataloy({
    auth: { clientId: "demo", clientSecret: "demo", tokenUrl, audience: "https://dataloy.dev" },
  });
  await client.createServiceOrder(disbursement("DA-1"));
  await one.advance(86_401);
  const { body } = disbursement("DA-1");
  await expect(client.createServiceOrder.once({ body: { ...body, portCall: 1 } })).rejects.toMatchObject({
    status: 400,
  });
});

test("a number that is the id of another order does not pass for the record", async () => {
  const one = session();
  await one.fault("octopi", "createServiceOrder", BEFORE);
  const { data, outcome } = await APIS.octopi.create(one, "39");
  expect([data.id, outcome]).toEqual([41, "repeated"]);
});

test("a creation that arrives late, after its record was looked for in vain, is found by the refusal of the next one", async () => {
  const one = session();
  let late: Request | undefined;
  const fetch = async (request: Request) => {
    if (request.method !== "POST") return await one.fetch(request);
    if (late !== undefined) {
      await one.fetch(late);
      return await one.fetch(request);
    }
    late = new Request(request.url, { method: "POST", headers: request.headers, body: await request.clone().text() });
    return await setTimeout(60_000, new Response(), { signal: request.signal });
  };
  const octopi = one.octopi({ fetch, retry: { ...QUICK, attemptTimeoutMs: 100 } });
  expect(await octopi.createServiceOrder.once(order("LATE"))).toMatchObject({ outcome: "found", attempts: 2 });
});

test("with retries off a lost answer is still looked for, and nothing is sent again", async () => {
  const one = session();
  await one.fault("octopi", "createServiceOrder", AFTER);
  await one.fault("octopi", "createServiceOrder", BEFORE);
  expect(await APIS.octopi.create(one, "A", { retry: false })).toMatchObject({ outcome: "found" });
  await expect(APIS.octopi.create(one, "B", { retry: false })).rejects.toMatchObject({ name: "ConnectionError" });
  expect(await one.sent("createServiceOrder")).toHaveLength(2);
});

test("the caller's signal ends it, and nobody looks any more", async () => {
  const one = session();
  await one.fault("octopi", "createServiceOrder", { kind: "delay", delay_ms: 60_000 });
  const reason = new Error("the user left");
  const controller = new AbortController();
  const client = one.octopi({ onRequest: () => void setTimeout(50).then(() => controller.abort(reason)) });
  await expect(client.createServiceOrder.once(order("A"), { signal: controller.signal })).rejects.toBe(reason);
});

test("a creation without its key is not sent", async () => {
  const one = session();
  const { externalReferenceNo: _, ...body } = disbursement("").body;
  const call = one.dataloy().createServiceOrder.once({ body });
  await expect(call).rejects.toThrow("once needs externalReferenceNo, a text.");
  const unusable = one.dataloy().createServiceOrder.once(disbursement('a"b'));
  await expect(unusable).rejects.toThrow("where.externalReferenceNo.eq takes");
  expect(await one.sent()).toEqual([]);
});

const CREATIONS = 1000;
const AT_ONCE = 8;
const SEED = Number(process.env.CLIENT_TEST_SEED ?? Date.now() % 1_000_000);

test.each(names)(`%s: 1,000 creations with connections cut at random are 1,000 records (seed ${SEED})`, async (api) => {
  const one = session();
  const random = numbers(SEED);
  const none = { kind: "delay", delay_ms: 1 } as const;
  const effects = [none, none, BEFORE, AFTER, { kind: "broken_body" }, { kind: "status", status: 503 }] as const;
  const effect = () => effects[Math.floor(random() * effects.length)] ?? none;
  const lookup = api === "octopi" ? "getServiceOrder" : "listServiceOrders";
  const before = await countOf(one, api);
  const keys = Array.from({ length: CREATIONS }, (_, index) => `CUT-${index}`);
  const outcomes = new Map<string, number>();
  const waiting = keys.values();
  const work = async () => {
    for (const key of waiting) {
      await one.fault(api, "createServiceOrder", effect());
      if (random() < 0.2) await one.fault(api, lookup, BEFORE);
      const { data, outcome } = await APIS[api].create(one, key, { retry: { ...QUICK, attempts: 10 } });
      expect(APIS[api].keyOf(data)).toBe(key);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${api}, seed ${SEED}:`, Object.fromEntries(outcomes));
  expect([...outcomes.keys()].toSorted()).toEqual(["created", "found", "repeated"]);
  expect(await countOf(one, api)).toBe(before + CREATIONS);
  expect((await keysOf(one, api)).filter((key) => key?.startsWith("CUT-")).toSorted()).toEqual(keys.toSorted());
});

async function countOf(one: Session, api: (typeof names)[number]): Promise<number> {
  return (await keysOf(one, api)).length;
}

async function keysOf(one: Session, api: (typeof names)[number]): Promise<(string | null | undefined)[]> {
  const keys: (string | null | undefined)[] = [];
  if (api === "octopi")
    for await (const { order_number } of one.octopi().listServiceOrders.each()) keys.push(order_number);
  else {
    const fields = { externalReferenceNo: true } as const;
    const orders = one.dataloy().listServiceOrders.each({ fields, query: { filter: [where.key.gt(0)] } });
    for await (const { externalReferenceNo } of orders) keys.push(externalReferenceNo);
  }
  return keys;
}

/** Numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("a key that cannot be looked for is refused before anything is sent", async () => {
  const one = session();
  await expect(APIS.octopi.create(one, "..")).rejects.toThrow(TypeError);
  expect(await one.sent()).toEqual([]);
});

test("where the record cannot be looked for either, the creation's own failure is told", async () => {
  const one = session();
  await one.fault("octopi", "createServiceOrder", AFTER);
  await one.fault("octopi", "getServiceOrder", { kind: "status", status: 403 });
  const failure = await APIS.octopi.create(one, "DA-1").catch((error) => error);
  expect(failure).toMatchObject({ name: "ConnectionError", operationId: "createServiceOrder" });
});

test("a token that cannot be had is no reason to look for a record, nor to send the call again", async () => {
  const one = session();
  const sent: string[] = [];
  const dataloy = one.dataloy({
    auth: { clientId: "demo", clientSecret: "demo", tokenUrl: `${sandbox.origin}/oauth/token` },
    onRequest: ({ operationId }) => void sent.push(operationId),
    fetch: () => Promise.reject(new Error("nobody is there")),
  });
  await expect(dataloy.createServiceOrder.once(disbursement("DA-1"))).rejects.toMatchObject({
    operationId: "requestToken",
  });
  expect(sent).toEqual(["requestToken", "requestToken", "requestToken"]);
});
