import { describe, expect, test } from "vitest";
import { openApi } from "../api.js";
import type { BrokenCase, ValidCase } from "../cases/case.js";
import { judge } from "./judge.js";

const api = openApi("octopi");
const valid: ValidCase = {
  kind: "valid",
  operationId: "applyHold",
  name: "case",
  values: {},
  asked: undefined,
  inferred: false,
};
const request = { method: "PUT", url: "/", headers: new Headers() };
const broken: BrokenCase = {
  kind: "broken",
  operationId: "applyHold",
  name: "case",
  request,
  due: "refusal",
  where: "body",
  inferred: false,
};
const ERROR_BODY = '{"error":"No."}';

function answer(status: number, body = status === 204 ? "" : status < 300 ? "{}" : ERROR_BODY, headers = {}) {
  return {
    status,
    body,
    headers: new Headers({ ...(body === "" ? {} : { "content-type": "application/json" }), ...headers }),
  };
}

function judged(...given: Parameters<typeof judge> extends [unknown, ...infer Rest] ? Rest : never) {
  const { outcome, findings } = judge(api, ...given);
  return [outcome, ...findings.map(({ rule }) => rule)];
}

describe("a documented request", () => {
  test.each([
    [204, ["passed"]],
    [200, ["passed"]],
    [202, ["failed", "undeclared-status"]],
    [302, ["failed", "undeclared-status", "redirected"]],
    [401, ["error", "credentials-refused"]],
    [403, ["error", "credentials-refused"]],
    [404, ["not-reached"]],
    [410, ["failed", "undeclared-status", "valid-request-refused"]],
    [415, ["failed", "undeclared-status", "valid-request-refused"]],
    [422, ["failed", "valid-request-refused"]],
    [429, ["error", "target-busy"]],
    [500, ["failed", "server-error"]],
    [503, ["error", "target-busy"]],
    [999, ["failed", "undeclared-status", "server-error"]],
  ])("answered %i has %j", (status, expected) => {
    expect(judged(valid, answer(status))).toEqual(expected);
  });

  test("that names no record is refused by 404", () => {
    const one = { ...valid, operationId: "createServiceOrder" };
    expect(judged(one, answer(404))).toEqual(["failed", "valid-request-refused"]);
  });

  test("answered 404 in another shape fails all the same", () => {
    expect(judged(valid, answer(404, "{}"))).toEqual(["failed", "missing-property", "valid-request-refused"]);
  });

  test("that meets a conflict of state is not reached", () => {
    expect(judged({ ...valid, operationId: "createInterchange" }, answer(409))).toEqual(["not-reached"]);
  });
});

describe("a status that was asked for", () => {
  const asking = { ...valid, asked: { status: 422 } };

  test.each([
    [422, ["passed"]],
    [204, ["passed"]],
    [404, ["not-reached"]],
    [500, ["failed", "server-error"]],
  ])("and answered %i has %j", (status, expected) => {
    expect(judged(asking, answer(status))).toEqual(expected);
  });

  test("is held against its shape", () => {
    expect(judged(asking, answer(422, "{}"))).toEqual(["failed", "missing-property"]);
  });

  test("may be 401, which then is no matter of credentials", () => {
    expect(judged({ ...valid, asked: { status: 401 } }, answer(401))).toEqual(["passed"]);
  });
});

describe("a broken request", () => {
  test.each([
    [200, ["failed", "invalid-request-accepted"]],
    [204, ["failed", "invalid-request-accepted"]],
    [302, ["failed", "undeclared-status", "redirected"]],
    [400, ["failed", "undeclared-status"]],
    [401, ["error", "credentials-refused"]],
    [404, ["not-reached"]],
    [422, ["passed"]],
    [500, ["failed", "server-error"]],
    [502, ["error", "target-busy"]],
  ])("answered %i has %j", (status, expected) => {
    expect(judged(broken, answer(status))).toEqual(expected);
  });

  test("with a wrong path value may well be answered 404", () => {
    expect(judged({ ...broken, where: "path.hold_id" }, answer(404))).toEqual(["passed"]);
  });

  test("may be refused by HTTP's own status where the spec has none", () => {
    expect(judged({ ...broken, httpStatus: 415 }, answer(415, "<p>"))).toEqual(["passed"]);
    expect(judged({ ...broken, httpStatus: 415 }, answer(400))).toEqual(["failed", "undeclared-status"]);
  });

  test("refused by HTTP's own status is held against the spec where it has it", () => {
    const one = { ...broken, operationId: "createLineItem", httpStatus: 400 };
    expect(judged(one, answer(400, "{}"))).toEqual(["failed", "missing-property"]);
  });
});

describe("a request without credentials", () => {
  const unknown: BrokenCase = { ...broken, due: "authentication", where: "header.Authorization", authorization: null };

  test.each([
    [401, ["passed"]],
    [403, ["failed", "undeclared-status"]],
    [200, ["failed", "authentication-not-enforced"]],
    [302, ["failed", "authentication-not-enforced"]],
    [404, ["failed", "authentication-not-enforced"]],
    [500, ["failed", "authentication-not-enforced"]],
    [503, ["error", "target-busy"]],
  ])("answered %i has %j", (status, expected) => {
    expect(judged(unknown, answer(status))).toEqual(expected);
  });
});

describe("an unknown method", () => {
  const unknown: BrokenCase = { ...broken, due: "no-such-method", where: "PROPFIND" };

  test.each([
    [404, ["passed"]],
    [405, ["passed"]],
    [501, ["passed"]],
    [207, ["failed", "invalid-request-accepted"]],
    [500, ["failed", "server-error"]],
    [301, ["failed", "redirected"]],
  ])("answered %i has %j", (status, expected) => {
    expect(judged(unknown, answer(status))).toEqual(expected);
  });
});

test("a redirect is told by its origin, without what stands behind it", () => {
  const { findings } = judge(api, valid, answer(302, "", { location: "https://elsewhere.example/?session=1" }));
  expect(findings.at(-1)?.message).toBe("302 to https://elsewhere.example");
});
