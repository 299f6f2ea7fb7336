import { describe, expect, test } from "vitest";
import { check, documented, type Given, HOLDS, JSON_TYPE, judged } from "../testing/recorded.js";
import type { RecordedBody } from "./recorded-exchange.js";

describe("a valid request", () => {
  test.each([
    [{}, ["passed"]],
    [{ status: 401 }, ["passed"]],
    [{ status: 404 }, ["passed"]],
    [{ status: 403 }, ["failed", "undeclared-status listHolds 403"]],
    [{ status: 418 }, ["failed", "undeclared-status listHolds 418"]],
    [{ status: 202 }, ["failed", "undeclared-status listHolds 202"]],
    [{ status: 404, body: "{}" }, ["failed", "missing-property listHolds /error"]],
    [{ body: "[]" }, ["failed", "wrong-type listHolds body"]],
    [{ body: "[" }, ["failed", "malformed-json listHolds body"]],
    [{ body: "" }, ["failed", "missing-body listHolds body"]],
    [{ headers: [] }, ["failed", "undeclared-content-type listHolds header.Content-Type"]],
    [{ status: 500 }, ["failed", "server-error listHolds 500"]],
    [{ status: 302 }, ["failed", "undeclared-status listHolds 302", "redirected listHolds"]],
    [{ status: 503 }, ["error", "target-busy listHolds"]],
    [{ status: 429 }, ["error", "target-busy listHolds"]],
  ] as [Given, string[]][])("answered %j has %j", (given, expected) => {
    expect(judged(given)).toEqual(expected);
  });

  test("that was refused as documented has a note", () => {
    expect(check({ status: 404 }).note).toBe(
      "404: refused as documented; whether rightly, the recording alone does not tell",
    );
    expect(check({}).note).toBe("");
  });

  test("that asks whether anything is new may be told that nothing is", () => {
    const sentHeaders = [{ name: "If-None-Match", value: '"1"' }];
    expect(judged({ status: 304, body: "", sentHeaders })).toEqual(["not-reached"]);
    expect(judged({ status: 304, body: "" })[0]).toBe("failed");
  });

  test("does not have to say who sent it: recordings leave that out", () => {
    expect(judged({ sentHeaders: [{ name: "Authorization", value: "[secret]" }] })).toEqual(["passed"]);
  });
});

describe("without an answer", () => {
  test.each([
    ["", "error"],
    ["net::ERR_CONNECTION_REFUSED", "error"],
    ["net::ERR_ABORTED", "not-reached"],
    ["the sender went before the answer was whole", "not-reached"],
  ])("because of '%s' it is %s", (problem, outcome) => {
    const result = check({ status: 0, problem });
    expect([result.outcome, result.name, result.status]).toEqual([outcome, "#17 GET without an answer", undefined]);
  });

  test("what our proxy said in the target's place is no answer", () => {
    expect(judged({ status: 502, headers: [{ name: "X-Quayside-Proxy", value: "unreachable" }] })).toEqual([
      "error",
      "no-answer listHolds",
    ]);
  });
});

describe("an answer whose body was not recorded", () => {
  test("cannot be judged, but for its head", () => {
    expect(judged({ body: undefined })).toEqual(["error", "could-not-run listHolds"]);
    expect(judged({ body: undefined, status: 418 })).toEqual(["failed", "undeclared-status listHolds 418"]);
    expect(judged({ body: undefined, headers: [{ name: "Content-Type", value: "text/html" }] })).toEqual([
      "failed",
      "undeclared-content-type listHolds header.Content-Type",
    ]);
  });

  test("does not hide that a broken request was accepted", () => {
    const path = "/api/v1/service_orders.json?per=lots";
    expect(judged({ path, body: undefined })).toEqual([
      "failed",
      "invalid-request-accepted listServiceOrders query.per",
    ]);
  });
});

describe("bodies that are bytes", () => {
  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
  const typed = (value: string) => [{ name: "content-type", value }];
  const refused = (body: RecordedBody, type: string) => check({ status: 404, body, headers: typed(type) });

  test.each([
    ["application/json", bytes('{"error":"Æ"}', "utf8")],
    ["application/json", bytes('\ufeff{"error":"Æ"}', "utf8")],
    ["application/json; charset=ISO-8859-1", bytes('{"error":"Æ"}', "latin1")],
    ['application/json; charset="utf-16le"', bytes('{"error":"Æ"}', "utf16le")],
    ["application/json; charset=nobody-knows", bytes('{"error":"Æ"}', "utf8")],
  ])("are read as %s says", (type, body) => {
    const { outcome, exchanges } = refused(body, type);
    expect([outcome, exchanges[0]?.answer?.body]).toEqual(["passed", '{"error":"Æ"}']);
  });
});

test("a byte order mark that the recorder left in a text is no matter", () => {
  expect(judged({ body: `\ufeff${HOLDS}` })).toEqual(["passed"]);
});

describe("a broken request", () => {
  const path = "/api/v1/service_orders.json";

  test.each([
    [{ path: `${path}?per=lots`, status: 422 }, ["passed"]],
    [{ path: `${path}?per=lots`, status: 404 }, ["passed"]],
    [{ path: `${path}?per=lots`, status: 400 }, ["failed", "undeclared-status listServiceOrders 400"]],
    [{ path: `${path}?per=lots`, status: 500 }, ["failed", "server-error listServiceOrders 500"]],
    [{ ...documented("createServiceOrder"), sent: "{", status: 400, body: "<p>" }, ["passed"]],
    [
      {
        ...documented("createServiceOrder"),
        sentHeaders: [{ name: "content-type", value: "text/plain" }],
        status: 415,
        body: "",
      },
      ["passed"],
    ],
    [
      { ...documented("createServiceOrder"), status: 415, body: "" },
      ["failed", "undeclared-status createServiceOrder 415"],
    ],
  ] as [Given, string[]][])("refused %j has %j", (given, expected) => {
    expect(judged(given)).toEqual(expected);
  });

  test("that was refused has a note with what is broken", () => {
    expect(check({ path: `${path}?per=lots`, status: 422 }).note).toMatch(
      /^422: refused as documented; the request breaks the spec: "lots" .+; the spec has /,
    );
  });

  test("that was accepted is a finding, beside those on the answer", () => {
    expect(judged({ path: `${path}?per=lots`, body: "[]" })).toEqual([
      "failed",
      "wrong-type listServiceOrders body",
      "invalid-request-accepted listServiceOrders query.per",
    ]);
  });

  test("that was accepted is a warning where the spec only infers that it is broken", () => {
    const given = { path: "/api/v1/manifests/m/bill_of_ladings/b/holds.json?_=1" };
    expect(judged(given, "warn")).toEqual(["passed", "warning invalid-request-accepted listHolds query._"]);
    expect(judged(given, "fail")).toEqual(["failed", "invalid-request-accepted listHolds query._"]);
  });

  test("is judged by what of it was recorded", () => {
    const given = { ...documented("liftHold"), status: 204, body: "", headers: [] };
    expect(judged({ ...given, sent: "" })).toEqual(["failed", "invalid-request-accepted liftHold body"]);
    expect(judged({ ...given, sent: undefined })).toEqual(["passed"]);
  });
});

test("a difference on what is only inferred is a warning where the run tells them apart", () => {
  expect(judged({ status: 202 }, "warn")).toEqual(["passed", "warning undeclared-status listHolds 202"]);
  expect(judged({ body: "[]" }, "warn")).toEqual(["failed", "wrong-type listHolds body"]);
});

describe("an undocumented method on a documented path", () => {
  test.each([
    [405, ["passed"]],
    [404, ["passed"]],
    [200, ["passed", "warning invalid-request-accepted listHolds PATCH"]],
    [500, ["failed", "server-error listHolds 500"]],
  ])("answered %i has %j", (status, expected) => {
    expect(judged({ method: "PATCH", status }, "warn")).toEqual(expected);
  });

  test("that was accepted fails where what is inferred counts", () => {
    expect(judged({ method: "PATCH" })).toEqual(["failed", "invalid-request-accepted listHolds PATCH"]);
    expect(check({ method: "PATCH" }).exchanges[0]?.operationId).toBeUndefined();
  });
});

test("headers that no HTTP message could carry are no reason to stop", () => {
  const headers = [...JSON_TYPE, { name: "bad name", value: "x" }, { name: "x-a", value: "line\nline\u0000 ж" }];
  expect(judged({ headers })).toEqual(["passed"]);
});
