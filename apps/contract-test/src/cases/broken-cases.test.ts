import { checkRequest, openContract } from "@quayside/contract";
import { describe, expect, test } from "vitest";
import { openApi } from "../api.js";
import { findOperation, readOperations } from "../operation.js";
import { type WireRequest, writeRequest } from "../write-request.js";
import { brokenCases } from "./broken-cases.js";
import type { BrokenCase } from "./case.js";
import { documentedValues } from "./replay-cases.js";

describe.each(["octopi", "dataloy"])("%s", (name) => {
  const api = openApi(name);
  const cases = api.operations.flatMap((operation) => brokenCases(api, operation));
  const authorization = api.authorize({ kind: "token", token: "token" });

  function findings({ request, authorization: own }: BrokenCase) {
    const headers = new Headers(request.headers);
    if (own !== null) headers.set("authorization", own ?? authorization);
    return checkRequest(api.contract, { ...request, headers });
  }

  test("the contract finds every case broken", () => {
    expect(cases.filter((one) => findings(one).length === 0).map((one) => one.name)).toEqual([]);
  });

  test("every case differs from the documented request in one part only", () => {
    const several = cases.filter((one) => {
      const right = documentedRequest(one.operationId);
      const isMethod = one.request.method !== right.method;
      const differences = [
        isMethod,
        one.request.url !== right.url,
        !isMethod && one.request.body !== right.body,
        // A body that is left out takes its content type with it.
        one.request.body !== undefined && headersOf(one.request) !== headersOf(right),
        right.body === undefined && headersOf(one.request) !== headersOf(right),
        one.authorization !== undefined,
      ];
      return differences.filter(Boolean).length !== 1;
    });
    expect(several.map((one) => `${one.operationId} ${one.name}`)).toEqual([]);
  });

  test("a body of another type changes nothing else of its headers", () => {
    const others = cases.filter(({ name }) => AS_OTHER_TYPES.includes(name));
    const accepted = others.map(({ request }) => request.headers.get("accept"));
    expect(new Set(accepted)).toEqual(new Set(["application/json"]));
  });

  test("names are unique within an operation", () => {
    const names = cases.map((one) => `${one.operationId} ${one.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test("every operation is asked without credentials, and every body cut off and sent as text", () => {
    for (const { operationId, body } of api.operations) {
      const own = cases.filter((one) => one.operationId === operationId).map((one) => one.name);
      expect(own).toContain("without credentials");
      if (body?.required)
        expect(own).toEqual(expect.arrayContaining(["without a body", "body cut off", ...AS_OTHER_TYPES]));
    }
  });

  test("every path is asked once by a method that no path has, and once by one that only it does not have", () => {
    const asked = cases.filter((one) => one.due === "no-such-method");
    const paths = new Set(api.operations.map(({ path }) => path)).size;
    expect(asked.filter(({ request }) => request.method === "PROPFIND")).toHaveLength(paths);
    expect(asked.filter(({ request }) => ["PATCH", "PUT", "POST"].includes(request.method))).toHaveLength(paths);
    expect(asked).toHaveLength(2 * paths);
  });

  test("no method that removes something is tried where the spec does not have it", () => {
    const asked = cases.filter((one) => one.due === "no-such-method").map((one) => one.request.method);
    expect(asked).not.toContain("DELETE");
  });

  test("every operation that can refuse a malformed request is asked with an unknown query parameter", () => {
    const asked = cases.filter((one) => one.where === "query.quayside_unknown").map((one) => one.operationId);
    const refusing = api.operations.filter((one) =>
      one.responses.some(({ status }) => status === "400" || status === "422"),
    );
    expect(asked).toEqual(refusing.map(({ operationId }) => operationId));
  });

  function documentedRequest(operationId: string) {
    const operation = findOperation(api.operations, operationId);
    return writeRequest(operation, documentedValues(operation));
  }
});

const AS_OTHER_TYPES = ["text/plain", "application/xml", "application/x-www-form-urlencoded"].map(
  (type) => `body as ${type}`,
);

function headersOf({ headers }: WireRequest): string {
  return JSON.stringify([...headers]);
}

test("each rule of a request is broken: Octopi's page size and its new order", () => {
  const api = openApi("octopi");
  const names = (id: string) => brokenCases(api, findOperation(api.operations, id)).map(({ name }) => name);
  expect(names("listServiceOrders")).toEqual(
    expect.arrayContaining([
      "query per of another type",
      "query per below its minimum",
      "query per above its maximum",
      "query per with a fraction",
      "query per without a value",
      "query per given twice",
    ]),
  );
  expect(names("createServiceOrder")).toEqual(
    expect.arrayContaining([
      "without /service_order/cargo_type",
      "/service_order/cargo_type outside its enum",
      "/service_order/container_ids without any element",
      "/service_order/due_at outside its pattern",
      "/service_order/comment as null",
      "/service_order/container_ids/0 with a fraction",
      "with the unknown /service_order/quayside_unknown",
    ]),
  );
});

test("only inferred is that unknown names are refused, and what the spec marks so", () => {
  const api = openApi("octopi");
  const cases = brokenCases(api, findOperation(api.operations, "createServiceOrder"));
  const inferred = cases.filter((one) => one.inferred).map(({ where }) => where);
  expect(new Set(inferred)).toEqual(
    new Set([
      "query.quayside_unknown",
      "/quayside_unknown",
      "/service_order/quayside_unknown",
      "/service_order/due_at",
      "/service_order/service_ids/0",
    ]),
  );
});

test("only inferred is that a method of other paths is refused, and that a parameter is given once", () => {
  const api = openApi("octopi");
  const cases = brokenCases(api, findOperation(api.operations, "listServiceOrders"));
  const isInferred = (name: string) => cases.find((one) => one.name === name)?.inferred;
  expect(isInferred("by PATCH")).toBe(true);
  expect(isInferred("by PROPFIND")).toBe(false);
  expect(isInferred("query per given twice")).toBe(true);
  expect(isInferred("query per without a value")).toBe(false);
});

describe("of a spec that asks for little", () => {
  test("what the spec allows is not sent as broken", () => {
    expect(namesOf({ kind: 1 })).toEqual([
      "body of another type",
      "body as null",
      "/kind of another type",
      "/kind as null",
      "/kind below its minimum",
      "/kind with a fraction",
      "without a body",
      "body cut off",
      ...AS_OTHER_TYPES,
      "by PROPFIND",
      "by PATCH",
    ]);
  });

  test("nothing is broken further where the documented request is broken itself", () => {
    expect(namesOf({ kind: true })).toEqual([]);
  });

  function namesOf(example: object): string[] {
    const document = smallSpec(example);
    const api = {
      ...openApi("octopi"),
      document,
      contract: openContract(document),
      operations: readOperations(document),
    };
    return api.operations.flatMap((operation) => brokenCases(api, operation)).map(({ name }) => name);
  }
});

/** One operation without authentication, whose body is open and a union: no text is too short for its second branch. */
function smallSpec(value: object) {
  const kind = {
    oneOf: [
      { type: "integer", minimum: 1 },
      { type: "string", format: "no-format-that-is-known" },
    ],
  };
  const schema = { type: "object", properties: { kind } };
  const requestBody = { required: true, content: { "application/json": { schema, examples: { one: { value } } } } };
  const responses = { "200": { description: "Done" } };
  return {
    openapi: "3.1.0",
    info: { title: "Small", version: "1" },
    paths: { "/things": { post: { operationId: "createThing", requestBody, responses } } },
  };
}
