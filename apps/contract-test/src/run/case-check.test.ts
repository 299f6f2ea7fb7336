import { expect, test } from "vitest";
import type { ValidCase } from "../cases/case.js";
import { findOperation } from "../operation.js";
import { caseCheck } from "./case-check.js";
import { openRun } from "./open-run.js";
import { openTarget, type Target } from "./open-target.js";
import { runCheck } from "./run-check.js";

const one: ValidCase = {
  kind: "valid",
  operationId: "listServiceOrders",
  name: "case",
  values: {},
  asked: undefined,
  inferred: false,
};
const PAGE = '{"total_count":0,"service_orders":[]}';

/** A target whose answers are `body`, and the requests that it was sent. */
function target(body = PAGE, changes: Partial<Target> = {}) {
  const sent: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    if (input instanceof Request) sent.push(input);
    return new Response(body, { headers: { "content-type": "application/json" } });
  };
  const opened = openTarget({ api: "octopi", target: "http://127.0.0.1:1", token: "key", fetch });
  return { target: { ...opened, ...changes }, sent };
}

/** Runs a case against a target; what the run asks before it is not of interest. */
async function runCase(to: Target, one: ValidCase, sent: Request[] = []) {
  const run = await openRun(to, async () => {});
  sent.length = 0;
  return await runCheck(run, caseCheck(findOperation(to.api.operations, one.operationId), one, "reads"));
}

test("a documented request goes through the client, with credentials and what is preferred", async () => {
  const { target: to, sent } = target();
  const asked = { status: 404, example: "not-found", mediaType: "text/plain" };
  expect(await runCase(to, { ...one, asked }, sent)).toMatchObject({ outcome: "passed", status: 200, asked: 404 });
  const headers = sent[0]?.headers;
  expect(["authorization", "prefer", "accept"].map((name) => headers?.get(name))).toEqual([
    "Token token=key",
    "code=404, example=not-found",
    "text/plain",
  ]);
});

test("a made-up answer is preferred as dynamic", async () => {
  const { target: to, sent } = target();
  await runCase(to, { ...one, asked: { status: 200, isMadeUp: true } }, sent);
  expect(sent[0]?.headers.get("prefer")).toBe("code=200, dynamic=true");
});

test("a documented request that our own spec refuses is an error of ours", async () => {
  const { target: to } = target();
  const { outcome, findings } = await runCase(to, { ...one, values: { query: { per: 0 } } });
  expect(outcome).toBe("error");
  expect(findings).toEqual([expect.objectContaining({ rule: "own-request", where: "listServiceOrders query.per" })]);
});

test("a request that the client does not send is an error of ours", async () => {
  const { target: to, sent } = target();
  const values = { path: { order_number: ".." } };
  const { findings } = await runCase(to, { ...one, operationId: "cancelServiceOrder", values }, sent);
  expect(findings[0]).toMatchObject({ rule: "own-request", where: "cancelServiceOrder" });
  expect(sent).toEqual([]);
});

test("a client that refuses a good answer is an error of ours", async () => {
  const { target: to } = target();
  const connect: Target["api"]["connect"] =
    ({ fetch }) =>
    async () => {
      const headers = { authorization: "Token token=key" };
      await fetch(new Request("http://127.0.0.1:1/api/v1/service_orders.json", { headers }));
      throw new Error("odd");
    };
  const { findings } = await runCase({ ...to, api: { ...to.api, connect } }, one);
  expect(findings[0]).toMatchObject({ rule: "client-disagrees", message: expect.stringContaining("odd") });
});

test("an answer with a status beyond all ranges is judged, not stumbled over", async () => {
  const { target: to } = target();
  const odd = { status: 999, headers: new Headers(), body: null };
  const { outcome, status } = await runCase({ ...to, fetch: async () => odd as Response }, one);
  expect([outcome, status]).toEqual(["failed", 999]);
});
