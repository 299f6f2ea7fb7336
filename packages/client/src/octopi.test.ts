import { inspect } from "node:util";
import { expect, test } from "vitest";
import { ApiError, ConnectionError, createOctopiClient, type OctopiClient } from "./octopi.js";

const path = { order_number: "SO/1" };

/** A client whose server gives one answer to everything, and what it was sent. */
function answering(answer: () => Response): { octopi: OctopiClient; sent: Request[] } {
  const sent: Request[] = [];
  const fetch = async (request: Request) => {
    sent.push(request);
    return answer();
  };
  return { octopi: createOctopiClient({ token: "secret-key-1", origin: "https://octopi.test/", fetch }), sent };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });
const text =
  (body: string, type: string, status = 200) =>
  () =>
    new Response(body, { status, headers: { "content-type": type } });

async function rejection(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call was not rejected.");
}

test("a call is a request with the method, the address, the token and the body of its operation", async () => {
  const { octopi, sent } = answering(json({}));
  await octopi.cancelServiceOrder({ path, body: { service_order: { cancellation_reason: "late" } } });
  const [request] = sent as [Request];
  expect(`${request.method} ${request.url}`).toBe("PUT https://octopi.test/api/v1/service_orders/SO%2F1/cancel.json");
  expect(Object.fromEntries(request.headers)).toEqual({
    accept: "application/json",
    authorization: "Token token=secret-key-1",
    "content-type": "application/json",
  });
  expect(await request.json()).toEqual({ service_order: { cancellation_reason: "late" } });
});

test("lifting a hold sends its body although it is a DELETE, and deleting an order sends none", async () => {
  const { octopi, sent } = answering(json({}));
  const hold = { manifest_client_identifier: "M", bill_of_lading_number: "B/1", hold_id: 36 };
  await octopi.liftHold({ path: hold, body: { hold: { reference_number: "R-1" } } });
  await octopi.deleteServiceOrder({ path });
  expect(await sent[0]?.text()).toBe('{"hold":{"reference_number":"R-1"}}');
  expect(sent[1]?.body).toBeNull();
  expect(sent[1]?.headers.has("content-type")).toBe(false);
});

test("filters are sent in the query", async () => {
  const { octopi, sent } = answering(json({ total_count: 0, service_orders: [] }));
  await octopi.listServiceOrders({ query: { status: "partially_completed", order_number: "A&B" } });
  expect(sent[0]?.url).toBe(
    "https://octopi.test/api/v1/service_orders.json?status=partially_completed&order_number=A%26B",
  );
});

test("a call's own headers win", async () => {
  const { octopi, sent } = answering(json({}));
  await octopi.getServiceOrder({ path }, { headers: { Accept: "text/plain", authorization: "Bearer other" } });
  expect(sent[0]?.headers.get("accept")).toBe("text/plain");
  expect(sent[0]?.headers.get("authorization")).toBe("Bearer other");
});

test.each([200, 201])("a success (%i) is its data", async (status) => {
  const { octopi } = answering(json({ id: 41 }, status));
  const order = {
    order_number: "1",
    cargo_type: "container" as const,
    container_ids: [1],
    service_ids: [721, "cleaning"],
  };
  expect(await octopi.createServiceOrder({ body: { service_order: order } })).toEqual({ id: 41 });
});

test("a failure is an ApiError with the status, the parsed body and the call", async () => {
  const { octopi } = answering(json({ error: "The order could not be found." }, 404));
  const error = await rejection(octopi.getServiceOrder({ path }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    name: "ApiError",
    status: 404,
    body: { error: "The order could not be found." },
    operationId: "getServiceOrder",
    method: "GET",
    path: "/api/v1/service_orders/SO%2F1.json",
    message:
      'getServiceOrder: GET /api/v1/service_orders/SO%2F1.json was answered 404: {"error":"The order could not be found."}',
  });
});

test("a reply gives a documented failure as a value", async () => {
  const { octopi } = answering(json({ error: "No such order." }, 404));
  const reply = await octopi.getServiceOrder.reply({ path });
  expect(reply.status === 404 && reply.body.error).toBe("No such order.");
  expect(reply.response.headers.get("content-type")).toBe("application/json");
});

test("a 401 is text or JSON, as its content type says", async () => {
  const plain = answering(text("HTTP Token: Access denied.\n", "text/plain; charset=utf-8", 401)).octopi;
  expect((await plain.getServiceOrder.reply({ path })).body).toBe("HTTP Token: Access denied.\n");
  const error = await rejection(plain.getServiceOrder({ path }));
  expect(error).toMatchObject({ status: 401, body: "HTTP Token: Access denied.\n" });
  const parsed = answering(json({ error: "no" }, 401)).octopi;
  expect((await parsed.getServiceOrder.reply({ path })).body).toEqual({ error: "no" });
});

test("text that looks like JSON stays text", async () => {
  const { octopi } = answering(text("123", "text/plain", 401));
  expect((await octopi.getServiceOrder.reply({ path })).body).toBe("123");
});

test("an answer without content is undefined", async () => {
  const { octopi } = answering(() => new Response(null, { status: 204 }));
  expect(await octopi.deleteLineItem({ path: { bill_of_lading_id: 1, id: 2 } })).toBeUndefined();
});

test.each([202, 302, 418, 429, 503])(
  "the undocumented status %i is an ApiError for a call and for a reply",
  async (status) => {
    const { octopi } = answering(json({ any: "thing" }, status));
    for (const call of [octopi.getServiceOrder, octopi.getServiceOrder.reply]) {
      const error = await rejection(call({ path }));
      expect(error).toMatchObject({ name: "ApiError", status, body: { any: "thing" } });
      expect(String(error)).toContain(`was answered ${status}, which is not documented`);
    }
  },
);

test("a page where JSON was due is an ApiError that shows its beginning on one line", async () => {
  const page = `<!doctype html>\n<title>Sign in\u001b[31m\u202e</title>${"x".repeat(500)}`;
  const { octopi } = answering(text(page, "Text/HTML; charset=utf-8"));
  const error = (await rejection(octopi.getServiceOrder.reply({ path }))) as ApiError;
  expect(error).toMatchObject({ name: "ApiError", status: 200, body: page });
  expect(error.message).toContain(
    "200 with text/html in place of application/json: <!doctype html>\\u{a}<title>Sign in\\u{1b}[31m\\u{202e}",
  );
  expect(error.message.length).toBeLessThan(400);
  expect(error.message.endsWith("x…")).toBe(true);
});

test.each(["{", '{"id":1}}', "", "null,"])("%j as application/json is an ApiError and no SyntaxError", async (body) => {
  const { octopi } = answering(text(body, "application/json"));
  const error = await rejection(octopi.getServiceOrder({ path }));
  expect(error).toMatchObject({ name: "ApiError", status: 200, body: body === "" ? undefined : body });
  expect(String(error)).toContain("200 with a body that is not JSON: ");
});

test("a problem document where another JSON was due is an ApiError with the document", async () => {
  const { octopi } = answering(text('{"title":"No such route"}', "application/problem+json", 404));
  const error = await rejection(octopi.getServiceOrder.reply({ path }));
  expect(error).toMatchObject({ status: 404, body: { title: "No such route" } });
  expect(String(error)).toContain("404 with application/problem+json in place of application/json: ");
});

test("an empty failure is an ApiError too", async () => {
  const { octopi } = answering(() => new Response(null, { status: 422, headers: { "content-length": "0" } }));
  const error = await rejection(octopi.getServiceOrder({ path }));
  expect(error).toMatchObject({ name: "ApiError", status: 422, body: undefined });
  expect(String(error)).toContain("(empty)");
});

test("JSON without a content type is read", async () => {
  const { octopi } = answering(() => new Response(new TextEncoder().encode('{"id":41}')));
  expect(await octopi.getServiceOrder({ path })).toEqual({ id: 41 });
});

test("a body that is falsy JSON is kept in the error", async () => {
  const { octopi } = answering(json(false, 500));
  expect(await rejection(octopi.getServiceOrder({ path }))).toMatchObject({ status: 500, body: false });
});

test("a value that would call something else is refused before anything is sent", async () => {
  const { octopi, sent } = answering(json({}));
  const error = await rejection(octopi.getServiceOrder({ path: { order_number: ".." } }));
  expect(String(error)).toContain('getServiceOrder: path.order_number is ".."');
  const raw = octopi.raw.GET("/api/v1/service_orders/{order_number}.json", { params: { path: { order_number: "." } } });
  expect(String(await rejection(raw))).toContain('path.order_number is "."');
  const everything = octopi.raw.GET("/api/v1/service_orders.json", {
    params: { query: { order_number: null as never } },
  });
  expect(String(await rejection(everything))).toContain("raw: query.order_number cannot be sent");
  expect(sent).toEqual([]);
});

test("a failing fetch is a ConnectionError that names the call and passes the cause on", async () => {
  const cause = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:4010") });
  const { octopi } = answering(() => {
    throw cause;
  });
  const error = await rejection(octopi.getServiceOrder({ path }));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ timedOut: false, operationId: "getServiceOrder", method: "GET", cause });
  expect(String(error)).toBe(
    "ConnectionError: getServiceOrder: no complete answer to GET https://octopi.test/api/v1/service_orders/SO%2F1.json: connect ECONNREFUSED 127.0.0.1:4010",
  );
});

test("raw is the openapi-fetch client with the same origin and token, which its middleware does not see", async () => {
  const { octopi, sent } = answering(json({ id: 41 }));
  const seen: Request[] = [];
  octopi.raw.use({
    onRequest: ({ request }) => void seen.push(request),
    onResponse: ({ request }) => void seen.push(request),
  });
  const { data } = await octopi.raw.PUT("/api/v1/service_orders/{order_number}/cancel.json", {
    params: { path },
    body: { service_order: { cancellation_reason: "late" } },
  });
  expect(data).toEqual({ id: 41 });
  expect(sent[0]?.url).toBe("https://octopi.test/api/v1/service_orders/SO%2F1/cancel.json");
  expect(sent[0]?.headers.get("authorization")).toBe("Token token=secret-key-1");
  expect(await sent[0]?.text()).toBe('{"service_order":{"cancellation_reason":"late"}}');
  expect(seen.map((request) => request.headers.has("authorization"))).toEqual([false, false]);
});

test("the token is in no error and in no print of the client, even when the server repeats it", async () => {
  const echo = answering(json({ error: "Token token=secret-key-1" }, 500)).octopi;
  const broken = answering(() => {
    throw new Error("Bad header: Token token=secret-key-1");
  }).octopi;
  const things = [
    echo,
    await rejection(echo.getServiceOrder({ path })),
    await rejection(echo.getServiceOrder({ path: { order_number: "" } })),
  ];
  for (const thing of things) {
    expect(inspect(thing, { depth: Infinity, showHidden: true })).not.toContain("secret-key-1");
    expect(JSON.stringify(thing)).not.toContain("secret-key-1");
  }
  expect(String(await rejection(broken.getServiceOrder({ path })))).not.toContain("secret-key-1");
});

test.each([
  [undefined, /The token is missing/],
  ["", /The token is missing/],
  [42, /The token is missing/],
  ["secret\nX-Admin: 1", /a line break/],
  ["secret\r\n", /a line break/],
  ["Token token=secret", /pass it alone/],
  ["sécret", /pass it alone/],
  ['secret", x="', /a quote/],
  ["secret,x=1", /a comma/],
])("the token %j is refused in one sentence that does not show it", (token, message) => {
  const create = () => createOctopiClient({ token: token as string });
  expect(create).toThrow(message);
  expect(create).not.toThrow(/secret|X-Admin|sécret/);
});

test("a client without options says that the token is missing", () => {
  expect(() => createOctopiClient(undefined as never)).toThrow("The token is missing");
});

test("a Location header of something else is not called a redirect", async () => {
  const { octopi } = answering(() => Response.json({}, { status: 202, headers: { location: "/jobs/1" } }));
  expect(String(await rejection(octopi.getServiceOrder({ path })))).not.toContain("redirect");
});

test("the vendor's address is the default origin", async () => {
  let url = "";
  const octopi = createOctopiClient({
    token: "k",
    fetch: async (request) => {
      url = request.url;
      return Response.json({});
    },
  });
  await octopi.getServiceOrder({ path });
  expect(url).toBe("https://app.octopi.co/api/v1/service_orders/SO%2F1.json");
});
