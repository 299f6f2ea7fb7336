import { expect, test } from "vitest";
import { createMock } from "./create-mock.js";
import { dataloy } from "./dataloy.js";
import { openMock } from "./testing/open-mock.js";
import { everyOperation, exampleAnswers, ORDER, ORDERS, sampleRequest } from "./testing/samples.js";

const { ask, get, mock } = await openMock();
const operations = await everyOperation();

test.each(operations)("%s %s answers a valid request with its first example", async (api, _, operation) => {
  const response = await mock(sampleRequest(api, operation));
  expect(response.status, await response.clone().text()).toBe(200);
  expect(await response.json()).toEqual(exampleAnswers(operation, "200")[0]?.value);
});

test.each(operations)("%s %s gives every documented status on request", async (api, _, operation) => {
  for (const { code } of operation.responses) {
    const response = await mock(sampleRequest(api, operation, { headers: { prefer: `code=${code}` } }));
    expect(response.status).toBe(Number(code));
  }
});

test.each(operations)("%s %s gives every named example on request", async (api, _, operation) => {
  for (const { code } of operation.responses) {
    for (const { mediaType, key, value } of exampleAnswers(operation, code)) {
      const prefer = `code=${code}, example="${key}"`;
      const response = await mock(sampleRequest(api, operation, { headers: { prefer, accept: mediaType } }));
      const text = await response.text();
      expect(mediaType === "application/json" ? JSON.parse(text) : text).toEqual(value);
    }
  }
});

test("an example's name alone finds the answer that has it", async () => {
  const response = await get(ORDER, { prefer: "example=not-found" });
  expect([response.status, await response.json()]).toEqual([404, { error: expect.any(String) }]);
});

test("an unknown status is refused with the list of known ones", async () => {
  const response = await get(ORDER, { prefer: "code=418" });
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: "Prefer has code=418. getServiceOrder answers with 200, 401, 404, 422, 500." },
  ]);
});

test("an unknown example is refused with the list of known ones", async () => {
  const response = await get(ORDER, { prefer: "code=404, example=nope" });
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: "Prefer has example=nope. getServiceOrder has not-found." },
  ]);
});

test("HEAD answers like GET, without the body", async () => {
  const response = await ask("HEAD", ORDERS);
  expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
    200,
    "application/json",
    "",
  ]);
});

test("a status without a body has neither body nor content type", async () => {
  const response = await ask("DELETE", "/api/v1/bill_of_ladings/1/line_items/2.json", { prefer: "code=204" });
  expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([204, null, ""]);
});

test.each([["text/csv"], ["a/b; c"], ["application/json;q=0"]])(
  "a status without a body meets every Accept, such as %s",
  async (accept) => {
    const path = "/api/v1/bill_of_ladings/1/line_items/2.json";
    expect((await ask("DELETE", path, { prefer: "code=204", accept })).status).toBe(204);
  },
);

test("an Accept that allows no documented type is refused with the types there are", async () => {
  const response = await get(ORDERS, { accept: "text/csv" });
  expect([response.status, await response.json()]).toEqual([
    406,
    { error: "Accept leaves nothing: the answer 200 comes as application/json." },
  ]);
});

test("a mock can serve one API alone", async () => {
  const alone = await createMock({ apis: [dataloy()] });
  expect((await alone(new Request(`http://mock.test${ORDERS}`))).status).toBe(404);
});
