import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openApi } from "../api.js";
import type { CheckResult } from "../result.js";
import { reportOf } from "./report-of.js";
import type { Run } from "./run.js";
import { runContractTests } from "./run-contract-tests.js";

vi.setConfig({ testTimeout: 300_000 });

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const CREDENTIALS = {
  octopi: { token: "demo", otherToken: "demo2" },
  dataloy: { user: "demo:demo", otherUser: "demo2:demo2" },
} as const;

/** Documented statuses that nothing documented leads to. */
const UNREACHABLE = {
  octopi: ["listServiceOrders 404", "listInterchanges 409", "getInterchange 409"],
  dataloy: [],
};

describe.each(["octopi", "dataloy"] as const)("%s", (api) => {
  let run: Run;
  const results: CheckResult[] = [];
  beforeAll(async () => {
    const onStart = (begun: Run) => {
      run = begun;
    };
    const options = { api, target: sandbox.origin, ...CREDENTIALS[api] };
    for await (const result of runContractTests(options, { onStart })) results.push(result);
  }, 300_000);

  test("the sandbox gives no finding, and nothing that could not be judged", () => {
    const odd = results.filter(({ outcome }) => outcome === "failed" || outcome === "error");
    expect(
      odd.map(({ operationId, name, findings }) => ({ operationId, name, findings, seed: run.target.seed })),
    ).toEqual([]);
  });

  test("every check is reached", () => {
    const missed = results.filter(({ outcome }) => outcome === "not-reached");
    expect(missed.map(({ operationId, name, note }) => `${operationId} ${name}: ${note}`)).toEqual([]);
  });

  test("every operation is checked by requests", () => {
    const ids = openApi(api).operations.map(({ operationId }) => operationId);
    const checked = results.filter(({ kind }) => kind === "request").map(({ operationId }) => operationId);
    expect(ids.filter((id) => !checked.includes(id))).toEqual([]);
  });

  test("names of checks are unique within their operation", () => {
    const names = results.map(({ operationId, name }) => `${operationId} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("every parameter and property of a request is sent, and every status but those of failures comes", () => {
    const { coverage } = reportOf(run, results, { startedAt: new Date(), durationMs: 1, left: [] });
    const missed = coverage.operations.flatMap((one) =>
      [...one.parameters.missed, ...one["request properties"].missed].map((name) => `${one.operationId} ${name}`),
    );
    // A reference is written in one of its forms; not every one of them is tried everywhere.
    expect(missed.filter((name) => !/\/(key|self)$/.test(name))).toEqual([]);
    const statuses = coverage.operations.flatMap(({ operationId, statuses: { missed: none } }) =>
      none.map((status) => `${operationId} ${status}`),
    );
    expect(statuses.filter((one) => !/ (200|201|204|500)$/.test(one))).toEqual(UNREACHABLE[api]);
  });
});
