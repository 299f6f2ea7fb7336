import { expect, test } from "vitest";
import { answering, json, path, rejection, text } from "./answering.test.fixture.js";
import { ApiError } from "./octopi.js";

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
    isDocumented: true,
    attempts: 1,
    message: "getServiceOrder: GET /api/v1/service_orders/SO%2F1.json was answered 404",
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

test("a page where JSON was due is an ApiError that holds it", async () => {
  const { octopi } = answering(text("<!doctype html>", "Text/HTML; charset=utf-8"));
  const error = (await rejection(octopi.getServiceOrder.reply({ path }))) as ApiError;
  expect(error).toMatchObject({ name: "ApiError", status: 200, isDocumented: false, body: "<!doctype html>" });
  expect(error.message).toMatch(/200 with text\/html in place of application\/json$/);
});

test("a content type cannot act upon the terminal that an error is printed on", async () => {
  for (const type of ["text/\u009b31m", "text/html\u009b31m", "\u009b31m"]) {
    const { message } = (await rejection(answering(text("", type)).octopi.getServiceOrder({ path }))) as ApiError;
    expect(message).toMatch(/200 with (text\/html in place of application\/json|a body that is not JSON)$/);
  }
});

test.each(["{", '{"id":1}}', "", "null,"])("%j as application/json is an ApiError and no SyntaxError", async (body) => {
  const { octopi } = answering(text(body, "application/json"));
  const error = await rejection(octopi.getServiceOrder({ path }));
  expect(error).toMatchObject({ name: "ApiError", status: 200, body: body === "" ? undefined : body });
  expect(String(error)).toContain("200 with a body that is not JSON");
});

test("a problem document where another JSON was due is an ApiError with the document", async () => {
  const { octopi } = answering(text('{"title":"No such route"}', "application/problem+json", 404));
  const error = await rejection(octopi.getServiceOrder.reply({ path }));
  expect(error).toMatchObject({ status: 404, body: { title: "No such route" } });
  expect(String(error)).toContain("404 with application/problem+json in place of application/json");
});

test("an empty failure is an ApiError too", async () => {
  const { octopi } = answering(() => new Response(null, { status: 422, headers: { "content-length": "0" } }));
  const error = await rejection(octopi.getServiceOrder({ path }));
  expect(error).toMatchObject({ name: "ApiError", status: 422, body: undefined });
});

test("JSON without a content type is read", async () => {
  const { octopi } = answering(() => new Response(new TextEncoder().encode('{"id":41}')));
  expect(await octopi.getServiceOrder({ path })).toEqual({ id: 41 });
});

test("a body that is falsy JSON is kept in the error", async () => {
  const { octopi } = answering(json(false, 500));
  expect(await rejection(octopi.getServiceOrder({ path }))).toMatchObject({ status: 500, body: false });
});

test("a Location header of something else is not called a redirect", async () => {
  const { octopi } = answering(() => Response.json({}, { status: 202, headers: { location: "/jobs/1" } }));
  expect(String(await rejection(octopi.getServiceOrder({ path })))).not.toContain("redirect");
});
