import { expect, test } from "vitest";
import { cancelServiceOrder } from "./octopi.js";
import { answerOf } from "./server.test.fixture.js";

const url = "https://app.octopi.co/api/v1/service_orders/1/cancel.json";

test.each([
  ["", "is empty; send JSON."],
  ["{late}", 'is "{late}"; send JSON.'],
])("a function is not asked where the body %j is not JSON", async (body, message) => {
  const handler = cancelServiceOrder(() => "not-found");
  await expect(answerOf(handler, "PUT", url, body)).rejects.toThrow(
    `cancelServiceOrder: the body of the request ${message}`,
  );
});

test("a plain answer does not look at the body", async () => {
  expect((await answerOf(cancelServiceOrder("not-found"), "PUT", url, "{late}"))?.status).toBe(404);
});
