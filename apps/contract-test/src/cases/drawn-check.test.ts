import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckResult } from "../result.js";
import { checksOf } from "../run/checks-of.js";
import { openRun } from "../run/open-run.js";
import { openTarget } from "../run/open-target.js";
import { runCheck } from "../run/run-check.js";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const REFUSAL = { error: "No." };

/** Draws requests of an operation for a server that refuses some of them. */
async function draw(
  operationId: string,
  refuses: (request: Request, body: string) => boolean,
  seed = 1,
): Promise<CheckResult> {
  const through: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    return refuses(request, body) ? Response.json(REFUSAL, { status: 422 }) : await fetch(request);
  };
  const target = openTarget({ api: "octopi", target: sandbox.origin, token: "demo", seed, depth: 60, fetch: through });
  const run = await openRun(target, async () => {});
  const check = checksOf(target, run.nature, [operationId]).further.find(
    ({ name }) => name === "drawn from the schemas",
  );
  if (check === undefined) throw new Error("Nothing is drawn.");
  return await runCheck(run, check);
}

const per = (request: Request) => Number(new URL(request.url).searchParams.get("per") ?? 10);

test("what is drawn is answered with success", async () => {
  expect(await draw("listServiceOrders", () => false)).toMatchObject({ outcome: "passed", findings: [] });
});

test("a page that is refused is found, and shrunk to the smallest, with nothing beside it", async () => {
  const result = await draw("listServiceOrders", (request) => per(request) > 60);
  expect(result).toMatchObject({ outcome: "failed", note: expect.stringContaining("--seed 1, shrunk ") });
  expect(result.findings.map(({ rule }) => rule)).toEqual(["valid-request-refused"]);
  const { searchParams } = new URL(result.exchanges.at(-1)?.request.url ?? "");
  expect([...searchParams]).toEqual([["per", "61"]]);
});

test("a creation that is refused for its comment is shrunk to what is required and that comment", async () => {
  const hasComment = (_: Request, body: string) => /"comment":"[^"]/.test(body);
  const { outcome, exchanges } = await draw("createServiceOrder", hasComment);
  expect(outcome).toBe("failed");
  const { service_order } = JSON.parse(exchanges.at(-1)?.request.body ?? "{}") as {
    service_order: { comment: string };
  };
  expect(service_order.comment).toHaveLength(1);
  expect(Object.keys(service_order).sort()).toEqual([
    "cargo_type",
    "comment",
    "container_ids",
    "order_number",
    "service_ids",
  ]);
});

test("one seed draws the same requests again", async () => {
  const drawn = async (seed: number) => {
    const urls: string[] = [];
    const keep = (request: Request) => {
      urls.push(new URL(request.url).search);
      return false;
    };
    await draw("listServiceOrders", keep, seed);
    return urls;
  };
  const first = await drawn(5);
  expect(await drawn(5)).toEqual(first);
  expect(await drawn(6)).not.toEqual(first);
});
