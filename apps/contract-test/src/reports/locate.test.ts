import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Api, openApi } from "../api.js";
import { entries, escapePointer, type JsonObject, member, resolve } from "../document.js";
import type { Rule } from "../finding.js";
import { readOperations } from "../operation.js";
import { locate } from "./locate.js";

// The lines move as the spec changes; what stands on them is what counts.
const FOUND = `
  octopi | wrong-type | getServiceOrder /due_at | 200 | service-orders/schemas/ServiceOrder.yaml due_at:
  octopi | wrong-value | getServiceOrder /status | 200 | service-orders/schemas/ServiceOrder.yaml status:
  octopi | wrong-type | listServiceOrders /service_orders/3 | 200 | service-orders/schemas/ListServiceOrdersResponse.yaml items:
  octopi | wrong-type | listServiceOrders /service_orders/12/comment | 200 | service-orders/schemas/ServiceOrder.yaml comment:
  octopi | wrong-type | listServiceOrders /service_orders/#/comment | 200 | service-orders/schemas/ServiceOrder.yaml comment:
  octopi | wrong-type | createLineItem /flex_fields/0/label | 201 | line-items/schemas/FlexField.yaml label:
  octopi | missing-property | getServiceOrder /error | 404 | shared/schemas/ErrorBody.yaml error:
  dataloy | missing-property | getServiceOrder /statusCode | 400 | shared/schemas/ErrorBody.yaml statusCode:
  dataloy | wrong-type | listServiceOrders /3 | 200 | service-orders/collection.yaml items:
  dataloy | wrong-type | listServiceOrders /#/remarks/0 | 200 | shared/schemas/EntityHistory.yaml items: {}

  in what it is put together from:
  dataloy | missing-property | listServiceOrders /#/key | 200 | shared/schemas/Entity.yaml key:
  dataloy | wrong-type | getServiceOrder /serviceOrderLines/2/amountFinal | 200 | service-orders/schemas/ServiceOrderLine.yaml amountFinal:
  dataloy | wrong-type | getServiceOrder /currency/currencyCode | 200 | service-orders/schemas/Currency.yaml currencyCode:
  octopi | wrong-type | getServiceOrder /service_order_items/0/container_id | 200 | service-orders/schemas/ServiceOnContainer.yaml container_id:

  in one alternative of a union:
  octopi | missing-property | getServiceOrder /service_order_items/#/cancelled_by | 200 | service-orders/schemas/CancelledServiceOrderItem.yaml cancelled_by:
  dataloy | wrong-type | getServiceOrder /amountAdvancedCurrency/currencyCode | 200 | service-orders/schemas/Currency.yaml currencyCode:

  where there is nothing, what should have it:
  octopi | wrong-type | getServiceOrder /order_number/nowhere | 200 | service-orders/schemas/ServiceOrder.yaml order_number:
  octopi | wrong-type | getServiceOrder /service_order_items/0/nowhere/at/all | 200 | service-orders/schemas/ServiceOrder.yaml items:
  octopi | wrong-type | getServiceOrder header.X-Nowhere | 401 | shared/responses/Unauthorized.yaml x-evidence: { basis: inferred, note: D-44 }
  octopi | wrong-type | getServiceOrder /id | 418 | service-orders/member.yaml responses:
  octopi | wrong-type | getServiceOrder /id | - | service-orders/member.yaml responses:

  the answer as a whole, and its headers:
  octopi | malformed-json | getServiceOrder body | 200 | service-orders/member.yaml schema:
  octopi | malformed-json | getServiceOrder body | 404 | shared/responses/NotFound.yaml schema:
  octopi | unexpected-body | applyHold body | 204 | holds/member.yaml '204':
  octopi | undeclared-status | getServiceOrder 418 | 418 | service-orders/member.yaml responses:
  octopi | undeclared-content-type | getServiceOrder header.Content-Type | 401 | shared/responses/Unauthorized.yaml content:
  octopi | wrong-type | getServiceOrder header.WWW-Authenticate | 401 | shared/responses/Unauthorized.yaml WWW-Authenticate:
  dataloy | wrong-type | listServiceOrders header.totalObjectsNumber | 200 | service-orders/collection.yaml totalObjectsNumber:

  the request, whatever its answer was:
  dataloy | wrong-type | updateServiceOrder /serviceOrderLines/0/key | 200 | shared/schemas/Entity.yaml key:
  octopi | invalid-request-accepted | updateServiceOrder /service_order/comment | 200 | service-orders/schemas/UpdateServiceOrderRequest.yaml comment:
  octopi | own-request | updateServiceOrder /service_order/due_at | - | service-orders/schemas/UpdateServiceOrderRequest.yaml due_at:
  octopi | valid-request-refused | createServiceOrder /service_order/service_ids/0 | 422 | service-orders/schemas/CreateServiceOrderRequest.yaml items:
  octopi | invalid-request-accepted | updateServiceOrder /quayside_unknown | 200 | service-orders/schemas/UpdateServiceOrderRequest.yaml additionalProperties: false
  dataloy | invalid-request-accepted | updateServiceOrder /quayside_unknown | 200 | service-orders/schemas/UpdateServiceOrderRequest.yaml unevaluatedProperties: false
  dataloy | invalid-request-accepted | updateServiceOrder /serviceOrderLines/0/key | 200 | service-orders/schemas/ChangedServiceOrderLine.yaml key:
  dataloy | invalid-request-accepted | createServiceOrder /currency/key | 200 | shared/schemas/KeyObject.yaml key:
  octopi | invalid-request-accepted | updateServiceOrder body | 200 | service-orders/member.yaml schema:
  octopi | invalid-request-accepted | updateServiceOrder header.Content-Type | 200 | service-orders/member.yaml content:

  its parameters, those of the path and those of nobody:
  octopi | invalid-request-accepted | listServiceOrders query.per | 200 | shared/parameters.yaml Per:
  octopi | invalid-request-accepted | cancelServiceOrder path.order_number | 200 | service-orders/parameters.yaml OrderNumber:
  octopi | unknown-parameter | listServiceOrders query.prr | 200 | service-orders/collection.yaml parameters:
  octopi | unknown-parameter | cancelServiceOrder query.prr | 200 | service-orders/cancel.yaml parameters:
  octopi | missing-auth | listServiceOrders header.Authorization | 200 | openapi.yaml security:
  dataloy | invalid-request-accepted | getServiceOrder header.Fields | 200 | shared/parameters.yaml Fields:
  dataloy | own-request | listServiceOrders query.filter/1 | - | shared/parameters.yaml items:

  the operation:
  octopi | server-error | cancelServiceOrder | 500 | service-orders/cancel.yaml put:
  octopi | valid-request-refused | createServiceOrder | 422 | service-orders/collection.yaml post:
  octopi | invalid-request-accepted | listServiceOrders PROPFIND | 200 | service-orders/collection.yaml get:`;

test.each(rowsOf(FOUND))("%s: %s at %s, status %s, is %s", (api, rule, where, status, expected) => {
  expect(textAt(api, rule as Rule, where, status === "-" ? undefined : Number(status))).toBe(`${api}/${expected}`);
});

test.each(["octopi", "dataloy"])("%s: every value in an example leads to the key that describes it", (name) => {
  const api = openApi(name);
  const stray = api.operations.flatMap(({ operationId, responses, body }) => [
    ...responses.flatMap(({ status, source }) =>
      examplesIn(api, source).flatMap((value) => straysIn(api, "wrong-type", operationId, Number(status), value)),
    ),
    ...(body?.examples ?? []).flatMap(({ value }) => straysIn(api, "own-request", operationId, undefined, value)),
  ]);
  expect(stray).toEqual([]);
});

test("the answer of a status may be a component, that of its range, or the default", () => {
  const responses = { "404": { $ref: "#/components/responses/a~1b" }, "4XX": {}, default: {} };
  const get = { operationId: "listThings", responses };
  const document = { paths: { "/things": { get } }, components: { responses: { "a/b": {} } } };
  const written = ["404", "4XX", "default"].map((status) => `/paths/~1things/get/responses/${status}`);
  const api = smallApi(document, ["/components/responses/a~1b", ...written]);
  const found = [404, 422, 500].map((status) => locate(api, { rule: "wrong-type", where: "listThings body" }, status));
  expect(found.map((each) => each?.line)).toEqual([1, 3, 4]);
});

test("an operation's own security goes before that of all", () => {
  const get = { operationId: "listThings", security: [{ key: [] }] };
  const api = smallApi({ paths: { "/things": { get } } }, ["/security", "/paths/~1things/get/security"]);
  const found = locate(api, { rule: "missing-auth", where: "listThings header.Authorization" }, undefined);
  expect(found).toEqual({ file: "api/things.yaml", line: 2 });
});

test("what names no operation has no line", () => {
  expect(textAt("octopi", "unknown-path", "PROPFIND /api/v1/nowhere", 200)).toBe(undefined);
  expect(textAt("octopi", "could-not-run", "", undefined)).toBe(undefined);
});

test("what a server made of a pointer leads no further than to what the spec has", () => {
  const hostile = `getServiceOrder /__proto__/constructor/%E0%A4%A/~2/${"a/".repeat(100)}…`;
  expect(textAt("octopi", "undeclared-property", hostile, 200)).toBe("octopi/service-orders/member.yaml schema:");
});

/** An API whose places are written on the lines 1, 2, … of a file. */
function smallApi(document: unknown, places: readonly string[]): Api {
  const lines = Object.fromEntries(places.map((place, index) => [place, `api/things.yaml:${index + 1}`]));
  return { ...openApi("octopi"), document, lines, operations: readOperations(document) };
}

function examplesIn({ document }: Api, response: JsonObject): unknown[] {
  const named = entries(response.content).flatMap(([, content]) => entries(member(content, "examples")));
  return named.map(([, example]) => member(resolve(document, example), "value"));
}

/** Pointers into a value that do not lead to a line with their last name, or with `items` for an element. */
function straysIn(
  { name }: Api,
  rule: Rule,
  operationId: string,
  status: number | undefined,
  value: unknown,
): string[] {
  return pointersIn(value).filter((pointer) => {
    const last = pointer.slice(pointer.lastIndexOf("/") + 1);
    const key = /^\d+$/.test(last) ? "items" : last;
    return !textAt(name, rule, `${operationId} ${pointer}`, status)?.includes(` ${key}:`);
  });
}

function pointersIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const here = `/${escapePointer(name)}`;
    return [here, ...pointersIn(each).map((below) => here + below)];
  });
}

function rowsOf(table: string): [string, string, string, string, string][] {
  const rows = table.split("\n").map((line) => line.trim().split(" | "));
  return rows.flatMap(([api, rule, where, status, text]) => {
    return api && rule && where && status && text ? [[api, rule, where, status, text]] : [];
  });
}

/** The file, and what stands on the line but for a comment. */
function textAt(api: string, rule: Rule, where: string, status: number | undefined): string | undefined {
  const found = locate(openApi(api), { rule, where }, status);
  if (found === undefined) return undefined;
  const text = readFileSync(new URL(`../../../../spec/${found.file}`, import.meta.url), "utf8");
  return `${found.file} ${text.split("\n")[found.line - 1]?.replace(/ #.*/, "").trim()}`;
}
