import { describe, expect, test } from "vitest";
import { openApi } from "../api.js";
import { documentedValues } from "../cases/replay-cases.js";
import { entries, member, resolve } from "../document.js";
import { findOperation } from "../operation.js";
import { writeRequest } from "../write-request.js";
import { checkRecorded, checkTraffic } from "./check-traffic.js";
import type { RecordedBody, RecordedExchange, RecordedHeader } from "./recorded-exchange.js";

const JSON_TYPE = [{ name: "Content-Type", value: "application/json" }];
const REFUSAL = '{"error":"No."}';

type Given = {
  method?: string;
  path?: string;
  origin?: string;
  sent?: RecordedBody;
  sentHeaders?: readonly RecordedHeader[];
  status?: number;
  body?: RecordedBody;
  headers?: readonly RecordedHeader[];
  problem?: string;
};

/** A page of holds, answered as documented, with changes. Status 0 is no answer. */
function exchange(given: Given = {}): RecordedExchange {
  const {
    method = "GET",
    path = "/api/v1/manifests/m/bill_of_ladings/b/holds.json",
    origin = "https://tos.example",
  } = given;
  const { sent = "", sentHeaders = [], status = 200, headers = JSON_TYPE, problem = "" } = given;
  const body = "body" in given ? given.body : status < 300 ? HOLDS : REFUSAL;
  const answer = status === 0 ? undefined : { status, statusText: "", headers, body };
  const request = { method, url: origin + path, headers: sentHeaders, body: "sent" in given ? given.sent : sent };
  return { number: 17, startedAt: "", durationMs: 5, request, answer, problem };
}

const octopi = openApi("octopi");
const HOLDS = exampleOf("listHolds");

/** The first documented body of an operation's 200. */
function exampleOf(operationId: string): string {
  const response = findOperation(octopi.operations, operationId).responses.find(({ status }) => status === "200");
  const [first] = entries(member(member(response?.source.content, "application/json"), "examples"));
  return JSON.stringify(member(resolve(octopi.document, first?.[1]), "value"));
}

function check(given: Given, inferred: "fail" | "warn" = "fail", secrets: readonly string[] = []) {
  const result = checkRecorded(octopi, exchange(given), { inferred, secrets });
  if (result === undefined) throw new Error("It calls no operation.");
  return result;
}

/** How it ended, and what was found where. */
function judged(given: Given, inferred: "fail" | "warn" = "fail"): string[] {
  const { outcome, findings, warnings } = check(given, inferred);
  const told = (kind: string) => (each: { rule: string; where: string }) => `${kind}${each.rule} ${each.where}`;
  return [outcome, ...findings.map(told("")), ...warnings.map(told("warning "))];
}

/** A documented request of an operation. */
function documented(operationId: string): Given {
  const operation = findOperation(octopi.operations, operationId);
  const { method, url, headers, body = "" } = writeRequest(operation, documentedValues(operation));
  return { method, path: url, sent: body, sentHeaders: [...headers].map(([name, value]) => ({ name, value })) };
}

describe("a result", () => {
  test("names the entry, its method and its status, and holds the exchange", () => {
    expect(check({ path: "/api/v1/service_orders.json?page=2&per=25", body: "{}", status: 404 })).toMatchObject({
      kind: "request",
      operationId: "listServiceOrders",
      name: "#17 GET 404",
      status: 404,
      durationMs: 5,
      asked: undefined,
      known: [],
      exchanges: [
        {
          operationId: "listServiceOrders",
          values: { query: { page: 2, per: 25 } },
          request: {
            method: "GET",
            url: "https://tos.example/api/v1/service_orders.json?page=2&per=25",
            body: undefined,
          },
          answer: { status: 404, headers: { "content-type": "application/json" }, body: "{}" },
        },
      ],
    });
  });

  test("has no arguments where no client would send the request", () => {
    expect(check({ path: "/api/v1/service_orders.json?per=lots", status: 422 }).exchanges[0]?.values).toBeUndefined();
  });

  test("holds no credentials", () => {
    const sentHeaders = [
      ...JSON_TYPE,
      { name: "Authorization", value: "Token token=k3y-of-mine" },
      { name: "Cookie", value: "sid=0123456789abcdef" },
      { name: "X-Api-Key", value: "another-key" },
    ];
    const headers = [
      ...JSON_TYPE,
      { name: "Set-Cookie", value: "sid=0123456789abcdef" },
      { name: "X-Echo", value: "k3y-of-mine" },
    ];
    const sent = '{"service_order":{"order_number":"SO1","comment":"hunter22"}}';
    const path = "/api/v1/service_orders/k3y-of-mine.json";
    const given = {
      method: "PUT",
      path,
      sent,
      sentHeaders,
      headers,
      body: '{"status":"k3y-of-mine","note":"0123456789abcdef"}',
    };
    const result = check(given, "fail", ["hunter22"]);
    expect(JSON.stringify(result)).not.toMatch(
      /k3y-of-mine|hunter22|0123456789abcdef|another-key|authorization|cookie/i,
    );
    expect(result.exchanges[0]?.answer?.headers).toMatchObject({ "x-echo": "[secret]" });
    const body = { service_order: { order_number: "SO1", comment: "[secret]" } };
    expect(result.exchanges[0]?.values).toEqual({ path: { order_number: "[secret]" }, body });
  });

  test("joins repeated headers, cuts long bodies, and prints no control characters of a method", () => {
    const headers = [...JSON_TYPE, { name: "X-A", value: "1" }, { name: "x-a", value: "2" }];
    const { name, exchanges } = check({ method: "G\u001b[2J", headers, body: "x".repeat(30_000), status: 405 });
    expect(name).toBe("#17 G??2J 405");
    expect(exchanges[0]?.answer?.headers["x-a"]).toBe("1, 2");
    expect(exchanges[0]?.answer?.body).toBe(`${"x".repeat(20_000)}…`);
  });
});

describe("what is ignored", () => {
  test.each([
    ["another path", { path: "/assets/app.js" }],
    ["a path near one of the API", { path: "/api/v1/service_orders" }],
    ["another API", { path: "/ws/rest/ServiceOrder" }],
    ["what is no HTTP", { origin: "", path: "data:application/json,[]" }],
    ["a browser's question before a request", { method: "OPTIONS", status: 204 }],
    ["a HEAD", { method: "HEAD" }],
  ])("is %s", (_, given) => {
    expect(checkRecorded(octopi, exchange(given), { inferred: "fail", secrets: [] })).toBeUndefined();
  });

  test("is what has no result", () => {
    const traffic = [exchange(), exchange({ path: "/assets/app.js" }), exchange({ status: 404 })];
    expect(checkTraffic(octopi, traffic, { inferred: "fail", secrets: [] })).toHaveLength(2);
  });

  test("is not the origin, nor what follows a fragment, nor the spelling of a path", () => {
    for (const origin of ["http://127.0.0.1:1", "https://u:p@elsewhere.example", ""])
      expect(judged({ origin })).toEqual(["passed"]);
    expect(judged({ path: "/api/v1/%6danifests/m/bill_of_ladings/b%2Fb/holds.json?#x" })).toEqual(["passed"]);
  });
});

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
    [{ status: 500 }, ["failed", "server-error listHolds"]],
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
    [{ path: `${path}?per=lots`, status: 500 }, ["failed", "server-error listServiceOrders"]],
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
    [500, ["failed", "server-error listHolds"]],
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
