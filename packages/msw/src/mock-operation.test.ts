import { ApiError } from "@quayside/client/octopi";
import { expect, test } from "vitest";
import * as dataloy from "./dataloy.js";
import * as octopi from "./octopi.js";
import { answerOf, dataloyAt, octopiAt, serving } from "./server.test.fixture.js";

const ORIGIN = "https://app.octopi.co";
const server = serving([...octopi.handlers(), ...dataloy.handlers()]);
const { client } = octopiAt(ORIGIN);
const path = { order_number: "SO/1" };

test("an operation answers its first example by default", async () => {
  expect(await client.getServiceOrder({ path })).toEqual(octopi.getServiceOrder.example("pending").body);
  expect((await client.getServiceOrder({ path })).status).toBe("pending");
});

test("an example is answered by its name", async () => {
  server.use(octopi.getServiceOrder("cancelled"));
  expect((await client.getServiceOrder({ path })).status).toBe("cancelled");
});

test("an example of an error is answered with its status, headers and media type", async () => {
  server.use(octopi.getServiceOrder("access-denied"));
  const { status, body, response } = await client.getServiceOrder.reply({ path });
  expect([status, body]).toEqual([401, "HTTP Token: Access denied.\n"]);
  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(response.headers.get("www-authenticate")).toBe('Token realm="Application"');
});

test("a reply is answered as it is", async () => {
  const { body } = octopi.getServiceOrder.example("pending");
  server.use(octopi.getServiceOrder({ status: 200, body: { ...body, comment: "Late" } }));
  expect((await client.getServiceOrder({ path })).comment).toBe("Late");
});

test("a 404 reaches the client as an ApiError", async () => {
  server.use(octopi.getServiceOrder({ status: 404, body: { error: "No such order." } }));
  const error = await client.getServiceOrder({ path }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 404, body: { error: "No such order." } });
});

test("a reply without a body has none", async () => {
  server.use(octopi.deleteLineItem({ status: 204 }));
  const reply = await client.deleteLineItem.reply({ path: { bill_of_lading_id: 1, id: 2 } });
  expect([reply.status, reply.body]).toEqual([204, undefined]);
});

test("a function is given the decoded path, the query, the body and the request, and its answer is sent", async () => {
  const orders = new Map([["SO/1 %2F", octopi.getServiceOrder.example("pending").body]]);
  server.use(
    octopi.cancelServiceOrder(async ({ path, query, body, request }) => {
      const order = orders.get(path.order_number);
      if (order === undefined) return "not-found";
      const said = [body.service_order.cancellation_reason, query.size, request.method, await request.json()];
      return { status: 200, body: { ...order, comment: JSON.stringify(said) } };
    }),
  );
  const body = { service_order: { cancellation_reason: "late" } };
  const order = await client.cancelServiceOrder({ path: { order_number: "SO/1 %2F" }, body });
  expect(JSON.parse(order.comment ?? "")).toEqual(["late", 0, "PUT", body]);
  expect((await client.cancelServiceOrder.reply({ path, body })).status).toBe(404);
});

test("a function sees a filter that is repeated", async () => {
  const filters: string[] = [];
  server.use(
    dataloy.listServiceOrders(({ query }) => {
      filters.push(...query.getAll("filter"));
      return { status: 200, body: [], headers: { totalObjectsNumber: "7" } };
    }),
  );
  const { client: tenant, answers } = dataloyAt("https://tenant.dataloy.com");
  expect(await tenant.listServiceOrders({ query: { filter: ["key(EQ)1", "(OR)"] } })).toEqual([]);
  expect(filters).toEqual(["key(EQ)1", "(OR)"]);
  expect(answers[0]?.headers.get("totalObjectsNumber")).toBe("7");
});

test("cancelling and updating an order are told apart, whatever the order of their handlers", async () => {
  const cancelled = octopi.cancelServiceOrder("all-cancelled");
  const updated = octopi.updateServiceOrder("other-comment");
  const cancel = `${ORIGIN}/api/v1/service_orders/SO%2F1/cancel.json`;
  const member = `${ORIGIN}/api/v1/service_orders/SO%2F1.json`;
  expect(await answerOf(updated, "PUT", cancel)).toBeUndefined();
  expect(await answerOf(cancelled, "PUT", member)).toBeUndefined();
  expect((await answerOf(cancelled, "PUT", cancel))?.status).toBe(200);
  expect((await answerOf(updated, "PUT", member))?.status).toBe(200);
});

test.each([
  ["GET", `${ORIGIN}/api/v1/cranes.json`],
  ["PATCH", `${ORIGIN}/api/v1/service_orders.json`],
  ["GET", `${ORIGIN}/v2/api/v1/service_orders.json`],
  ["GET", `${ORIGIN}/api/v1/service_orders`],
  ["GET", `${ORIGIN}/ws/rest/ServiceOrder/1/lines`],
])("%s %s is left to MSW", async (method, url) => {
  const handlers = [...octopi.handlers(), ...dataloy.handlers()];
  const answers = await Promise.all(handlers.map((handler) => answerOf(handler, method, url)));
  expect(answers.filter((answer) => answer !== undefined)).toEqual([]);
});

test("a Dataloy list has its total, and an empty one none", async () => {
  const { client: tenant, answers } = dataloyAt("https://tenant.dataloy.com");
  await tenant.listServiceOrders();
  server.use(dataloy.listServiceOrders("empty"));
  await tenant.listServiceOrders();
  expect(answers.map(({ headers }) => headers.get("totalObjectsNumber"))).toEqual(["3", "0"]);
});

test("any origin is answered by default, a given one alone", async () => {
  const anywhere = octopi.listServiceOrders();
  const url = (origin: string) => `${origin}/api/v1/service_orders.json?page=2`;
  for (const origin of [ORIGIN, "http://127.0.0.1:4020"]) {
    expect((await answerOf(anywhere, "GET", url(origin)))?.status).toBe(200);
  }
  const only = octopi.listServiceOrders("empty", { origin: `${ORIGIN}/` });
  expect((await answerOf(only, "GET", url(ORIGIN)))?.status).toBe(200);
  expect(await answerOf(only, "GET", url("http://127.0.0.1:4020"))).toBeUndefined();
  expect(await answerOf(only, "GET", url("https://appXoctopi.co"))).toBeUndefined();
  expect(await answerOf(only, "GET", url(`${ORIGIN}.example`))).toBeUndefined();
});

test("handlers of one origin leave other origins alone", async () => {
  const url = "/api/v1/service_orders.json";
  const answered = async (origin: string) => {
    const answers = octopi.handlers({ origin: ORIGIN }).map((handler) => answerOf(handler, "GET", `${origin}${url}`));
    return (await Promise.all(answers)).filter((answer) => answer !== undefined).length;
  };
  expect([await answered(ORIGIN), await answered("http://127.0.0.1:4020")]).toEqual([1, 0]);
});

test("an answer for once leaves the next request to the handlers behind it", async () => {
  server.use(octopi.getServiceOrder("not-found", { once: true }));
  expect((await client.getServiceOrder.reply({ path })).status).toBe(404);
  expect((await client.getServiceOrder.reply({ path })).status).toBe(200);
});

test("an example may be changed without the next one being changed", () => {
  octopi.getServiceOrder.example("pending").body.comment = "changed";
  expect(octopi.getServiceOrder.example("pending").body.comment).not.toBe("changed");
});

test("a mock knows its operation's name", () => {
  expect(octopi.cancelServiceOrder.operationId).toBe("cancelServiceOrder");
});

test("an unknown example is reported where it stands", () => {
  // @ts-expect-error there is no such example
  expect(() => octopi.getServiceOrder("toString")).toThrow(
    'getServiceOrder has no example "toString"; the spec has pending,',
  );
  // @ts-expect-error there is no such example
  expect(() => octopi.getServiceOrder.example("gone")).toThrow('getServiceOrder has no example "gone"');
});

test("a status that is not documented is an error, not an answer", async () => {
  // @ts-expect-error the status is not documented
  const handler = octopi.getServiceOrder({ status: 418, body: { error: "teapot" } });
  const answer = answerOf(handler, "GET", `${ORIGIN}/api/v1/service_orders/1.json`);
  await expect(answer).rejects.toThrow("getServiceOrder: the status 418 is not documented; the spec has 200, 401");
});

test("a function that gives no reply is an error", async () => {
  // @ts-expect-error the reply is missing
  const handler = octopi.listServiceOrders(() => {});
  const answer = answerOf(handler, "GET", `${ORIGIN}/api/v1/service_orders.json`);
  await expect(answer).rejects.toThrow("listServiceOrders: no reply is not documented");
});
