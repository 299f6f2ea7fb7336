import { expect, test } from "vitest";
import { writeError } from "./write-error.js";

const CONTEXT = {
  status: 404,
  message: "ServiceOrder with key 1 was not found.",
  method: "GET",
  url: "http://127.0.0.1:4020/ws/rest/ServiceOrder/1",
  path: "/ws/rest/ServiceOrder/1",
  now: Date.parse("2024-01-29T10:33:55.250Z"),
};

test("an error has the seven fields", () => {
  expect(writeError(CONTEXT)).toEqual({
    statusCode: 404,
    statusText: "Not Found",
    message: "ServiceOrder with key 1 was not found.",
    date: "2024-01-29T10:33:55",
    statusFamily: "CLIENT_ERROR",
    method: "GET",
    uri: "http://127.0.0.1:4020/ws/rest/ServiceOrder/1",
  });
});

test("a failure of the server is of another family", () => {
  expect(writeError({ ...CONTEXT, status: 503 })).toMatchObject({
    statusText: "Service Unavailable",
    statusFamily: "SERVER_ERROR",
  });
});
