import { expect, test } from "vitest";
import { openApi } from "../api.js";
import type { Case } from "../cases/case.js";
import type { Rule } from "../finding.js";
import { isOnInferred } from "./is-on-inferred.js";

type Given = { api?: "octopi" | "dataloy"; id: string; rule: Rule; place?: string; status: number; inferred?: boolean };

function judged({ api = "octopi", id, rule, place = "", status, inferred = false }: Given): boolean {
  const one: Case = { kind: "valid", operationId: id, name: "case", values: {}, asked: undefined, inferred };
  return isOnInferred(openApi(api), one, { rule, where: `${id} ${place}`.trim(), message: "" }, status);
}

test.each([
  // No page states a success code, and the holds page knows no 422; 404 and the other resources' 422 are documented.
  [{ id: "getServiceOrder", rule: "undeclared-status", status: 203 }, true],
  [{ id: "getServiceOrder", rule: "undeclared-status", status: 400 }, false],
  [{ id: "getServiceOrder", rule: "undeclared-status", status: 410 }, false],
  [{ id: "getServiceOrder", rule: "undeclared-status", status: 403 }, true],
  [{ id: "getServiceOrder", rule: "undeclared-status", status: 501 }, false],
  [{ id: "liftHold", rule: "undeclared-status", status: 400 }, true],
  // A body is as sure as its schema, whatever is known about the status.
  [{ id: "getServiceOrder", rule: "wrong-type", place: "/id", status: 200 }, false],
  [{ id: "getServiceOrder", rule: "wrong-type", place: "/due_at", status: 200 }, true],
  [{ id: "getServiceOrder", rule: "malformed-json", place: "body", status: 200 }, false],
  [{ id: "getServiceOrder", rule: "missing-property", place: "/error", status: 404 }, true],
  [{ api: "dataloy", id: "getServiceOrder", rule: "missing-property", place: "/statusCode", status: 400 }, false],
  [{ id: "getServiceOrder", rule: "undeclared-content-type", place: "header.Content-Type", status: 200 }, false],
  [{ id: "getServiceOrder", rule: "undeclared-content-type", place: "header.Content-Type", status: 404 }, true],
  [
    { api: "dataloy", id: "listServiceOrders", rule: "wrong-type", place: "header.totalObjectsNumber", status: 200 },
    false,
  ],
  [{ api: "dataloy", id: "getServiceOrder", rule: "wrong-type", place: "header.WWW-Authenticate", status: 401 }, true],
  [{ id: "getServiceOrder", rule: "wrong-type", place: "header.WWW-Authenticate", status: 401 }, true],
  // How a request is taken is as sure as what the spec says about the request.
  [{ id: "listServiceOrders", rule: "valid-request-refused", status: 422 }, false],
  [{ id: "listServiceOrders", rule: "valid-request-refused", status: 422, inferred: true }, true],
  [{ id: "listServiceOrders", rule: "invalid-request-accepted", place: "query.per", status: 200 }, false],
  [
    { id: "listServiceOrders", rule: "invalid-request-accepted", place: "query.per", status: 200, inferred: true },
    true,
  ],
  [{ id: "listServiceOrders", rule: "authentication-not-enforced", status: 200, inferred: true }, false],
  [{ id: "listServiceOrders", rule: "server-error", status: 500, inferred: true }, false],
] satisfies [Given, boolean][])("%j is on something inferred: %s", (given, expected) => {
  expect(judged(given)).toBe(expected);
});
