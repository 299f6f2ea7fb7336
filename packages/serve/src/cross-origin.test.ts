import { expect, test } from "vitest";
import { answerPreflight, describeAllow } from "./cross-origin.js";

const options = (headers: Record<string, string>, method = "OPTIONS") => ({ method, headers: new Headers(headers) });

test("a preflight may do what it asks for, also what will be refused", () => {
  const asked = { "access-control-request-method": "PUT", "access-control-request-headers": "authorization,prefer" };
  for (const methods of [["GET"], []]) {
    expect(answerPreflight(options(asked), methods)).toMatchObject({
      status: 204,
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "PUT",
        "access-control-allow-headers": "authorization,prefer",
      },
    });
  }
});

test("OPTIONS alone, or another method, is no preflight", () => {
  expect(answerPreflight(options({}), ["GET"])).toBeUndefined();
  expect(answerPreflight(options({ "access-control-request-method": "PUT" }, "GET"), ["GET"])).toBeUndefined();
});

test.each([
  [["GET", "PUT"], "GET, HEAD, PUT, OPTIONS"],
  [["GET", "HEAD", "OPTIONS"], "GET, HEAD, OPTIONS"],
  [["POST"], "POST, OPTIONS"],
  [[], "OPTIONS"],
])("of %j, Allow names %s", (methods, allow) => {
  expect(describeAllow(methods)).toBe(allow);
});
