import type { DataloyOptions } from "@quayside/client/dataloy";
import { expect, test, vi } from "vitest";
import { openBench, type Session } from "./sandbox.test.fixture.js";

const { sandbox, session } = await openBench();
const DAY_SECONDS = 86_400;
const auth = {
  clientId: "demo",
  clientSecret: "demo",
  tokenUrl: `${sandbox.origin}/oauth/token`,
  audience: "https://dataloy.dev",
};
const path = { key: 36647845 };

/** A client with client credentials, and what it sent: operations by their names. */
function watched(one: Session, options: DataloyOptions = {}) {
  const sent: string[] = [];
  const dataloy = one.dataloy({ auth, onRequest: ({ operationId }) => void sent.push(operationId), ...options });
  return { dataloy, sent };
}

test("a token is asked for once, and used until it ends", async () => {
  const { dataloy, sent } = watched(session());
  for (let call = 0; call < 3; call += 1) await dataloy.getServiceOrder({ path });
  expect(sent).toEqual(["requestToken", "getServiceOrder", "getServiceOrder", "getServiceOrder"]);
});

test("calls that come at once wait for one token", async () => {
  const { dataloy, sent } = watched(session());
  await Promise.all(Array.from({ length: 20 }, () => dataloy.getServiceOrder({ path })));
  expect(sent.filter((name) => name === "requestToken")).toHaveLength(1);
  expect(sent).toHaveLength(21);
});

test("a token that the server refuses is renewed once, and the call is made again, a POST too", async () => {
  const one = session();
  const { dataloy, sent } = watched(one);
  await dataloy.getServiceOrder({ path });
  await one.advance(DAY_SECONDS + 1);
  sent.length = 0;
  const body = {
    portCall: 36344213,
    currency: "USD",
    status: "EST",
    amountAdvancedCurrency: "EUR",
    serviceOrderLines: [],
  };
  const { key } = await dataloy.createServiceOrder({ body });
  expect(key).toBeGreaterThan(0);
  expect(sent).toEqual(["createServiceOrder", "requestToken", "createServiceOrder"]);
});

test("calls that are refused at once renew the token once", async () => {
  const one = session();
  const { dataloy, sent } = watched(one);
  await dataloy.getServiceOrder({ path });
  await one.advance(DAY_SECONDS + 1);
  await Promise.all(Array.from({ length: 10 }, () => dataloy.getServiceOrder({ path })));
  expect(sent.filter((name) => name === "requestToken")).toHaveLength(2);
});

test("what is refused with a new token too is refused", async () => {
  const one = session();
  await one.fault("dataloy", "getServiceOrder", { kind: "status", status: 401 }, 2);
  const { dataloy, sent } = watched(one);
  await expect(dataloy.getServiceOrder({ path })).rejects.toMatchObject({ status: 401, attempts: 2 });
  expect(sent).toEqual(["requestToken", "getServiceOrder", "requestToken", "getServiceOrder"]);
});

test("a token is renewed a minute before its end", async () => {
  const { dataloy, sent } = watched(session());
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    await dataloy.getServiceOrder({ path });
    vi.setSystemTime(Date.now() + (DAY_SECONDS - 61) * 1000);
    await dataloy.getServiceOrder({ path });
    expect(sent).toEqual(["requestToken", "getServiceOrder", "getServiceOrder"]);
    vi.setSystemTime(Date.now() + 2000);
    await dataloy.getServiceOrder({ path });
    expect(sent.slice(3)).toEqual(["requestToken", "getServiceOrder"]);
  } finally {
    vi.useRealTimers();
  }
});

test("wrong credentials are an ApiError of the token request, without a secret in it, and asked for anew by the next call", async () => {
  const wrong = { ...auth, clientSecret: "not-the-secret" };
  const { dataloy, sent } = watched(session(), { auth: wrong });
  const failure = await dataloy.getServiceOrder({ path }).catch((error) => error);
  expect(failure).toMatchObject({ name: "ApiError", operationId: "requestToken", status: 401 });
  expect(JSON.stringify([failure.message, failure.body])).not.toContain("not-the-secret");
  await expect(dataloy.getServiceOrder({ path })).rejects.toMatchObject({ operationId: "requestToken" });
  expect(sent).toEqual(["requestToken", "requestToken"]);
});

test("a caller that leaves does not take the token away from the others", async () => {
  const one = session();
  const controller = new AbortController();
  const { dataloy } = watched(one, {
    fetch: async (request) => {
      if (request.url.endsWith("/oauth/token")) controller.abort(new Error("left"));
      return await one.fetch(request);
    },
  });
  const left = dataloy.getServiceOrder({ path }, { signal: controller.signal });
  const stayed = dataloy.getServiceOrder({ path });
  await expect(left).rejects.toThrow("left");
  expect(await stayed).toMatchObject({ key: path.key });
});

test("who leaves while the token is asked for has sent nothing", async () => {
  const one = session();
  const controller = new AbortController();
  const { dataloy, sent } = watched(one, {
    fetch: async (request) => {
      controller.abort(new Error("left"));
      return await one.fetch(
        new Request(request.url, { method: request.method, headers: request.headers, body: await request.text() }),
      );
    },
  });
  await expect(dataloy.getServiceOrder({ path }, { signal: controller.signal })).rejects.toThrow("left");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(sent).toEqual(["requestToken"]);
});

test("headers of a hook do not go to whoever gives the tokens", async () => {
  const one = session();
  const got = new Map<string, string | null>();
  const fetch = (request: Request) => {
    got.set(new URL(request.url).pathname, request.headers.get("x-gateway"));
    return one.fetch(request);
  };
  const dataloy = one.dataloy({ auth, fetch, onRequest: () => ({ "x-gateway": "key" }) });
  await dataloy.getServiceOrder({ path });
  expect([...got.values()]).toEqual([null, "key"]);
});

test("Basic and a token of one's own need no token request", async () => {
  const one = session();
  const basic = watched(one, { auth: { username: "demo", password: "demo" } });
  await basic.dataloy.getServiceOrder({ path });
  expect(basic.sent).toEqual(["getServiceOrder"]);
});
