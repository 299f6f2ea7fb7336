import { type RunningMock, startMock } from "@quayside/mock";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FAULTS } from "../testing/faults.js";
import { type Fault, startFaultyServer } from "../testing/faulty-server.js";
import { listenHttp } from "../testing/listen.js";
import { findingsOf, runAll } from "../testing/run.js";
import { runContractTests } from "./run-contract-tests.js";

// Hundreds of requests a test; how long they take says nothing.
vi.setConfig({ testTimeout: 60_000 });

const token = "quayside-secret-token";
let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe.each(["octopi", "dataloy"])("%s", (api) => {
  test("the mock keeps the contract, and every documented status is met", async () => {
    const { results, stopped, run } = await runAll({ api, target: mock.origin, token });
    expect(stopped).toBeUndefined();
    expect(results.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
    const { reached, documented } = run?.coverage.report().totals.statuses ?? {};
    expect(reached).toBe(documented);
  });

  test("a server between that changes nothing gives no finding", async () => {
    const between = await startFaultyServer(api, mock.origin);
    const { results } = await runAll({ api, target: between.origin, token });
    await between.close();
    expect(findingsOf(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(200);
  });
});

test.each(FAULTS)("$api: $name → $finding", async ({ api, fault, finding }) => {
  const timeoutMs = finding.startsWith("error timeout") ? 300 : 10_000;
  const { results } = await runFaulty(api, fault, { timeoutMs, concurrency: 16 });
  expect(findingsOf(results)).toContain(finding);
});

describe("what the spec only infers", () => {
  const { fault, finding } = named("an undocumented success");

  test("is a failure where the run is strict", async () => {
    const { results } = await runFaulty("octopi", fault, { inferred: "fail" });
    expect(findingsOf(results)).toContain(finding);
  });

  test("is a warning where it is not", async () => {
    const { results } = await runFaulty("octopi", fault, { inferred: "warn" });
    expect(findingsOf(results)).toEqual([]);
    expect(results.flatMap(({ warnings }) => warnings)).toContainEqual(
      expect.objectContaining({ rule: "undeclared-status" }),
    );
  });

  test.each([
    "a number is sent as a string",
    "valid requests are refused",
    "a page of any size is given",
    "nobody is asked who they are",
    "an HTML page says that the server failed",
    "a redirect to another host",
  ])("does not excuse what is documented: %s", async (name) => {
    const documented = named(name);
    const { results } = await runFaulty("octopi", documented.fault, { inferred: "warn" });
    expect(findingsOf(results)).toContain(documented.finding);
  });

  test.each(["a refusal has another shape", "401 has another shape"])("excuses: %s", async (name) => {
    const { results } = await runFaulty("octopi", named(name).fault, { inferred: "warn" });
    expect(findingsOf(results)).toEqual([]);
    expect(results.some(({ warnings }) => warnings.length > 0)).toBe(true);
  });
});

test("a record that the target does not have is not reached, and no failure", async () => {
  const unknown: Fault = {
    operationId: "getServiceOrder",
    answer: (came) => (came.status === 200 ? notFound : came),
  };
  const { results } = await runFaulty("octopi", unknown);
  expect(findingsOf(results)).toEqual([]);
  expect(results.filter(({ outcome }) => outcome === "not-reached").map(({ name }) => name)).toContain(
    "no more than is required",
  );
});

test("credentials that are refused everywhere stop the run before it asks for more", async () => {
  const refusing = await listenHttp((_, response) => {
    response.writeHead(401, { "content-type": "application/json" }).end('{"error":"No."}');
  });
  const { results, stopped } = await runAll({ api: "octopi", target: refusing.origin, token });
  await refusing.close();
  expect(stopped).toContain("refused the credentials on every documented request (401)");
  expect(results.some(({ asked }) => asked !== undefined)).toBe(false);
});

test("a target that dies on the way stops the run, and what came before stands", async () => {
  let answered = 0;
  const dying = await startFaultyServer("octopi", mock.origin, {
    operationId: "createServiceOrder",
    answer: (came) => {
      answered += 1;
      if (answered === 3) void dying.close();
      return came;
    },
  });
  const { results, stopped } = await runAll({ api: "octopi", target: dying.origin, token, concurrency: 1 });
  expect(stopped).toContain("stopped answering on the way");
  expect(stopped).toContain("ECONNREFUSED");
  expect(results.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(2);
  expect(results.length).toBeLessThan(60);
});

test("nothing that listens is one sentence, and no result", async () => {
  const gone = await listenHttp(() => {});
  await gone.close();
  const { results, stopped } = await runAll({ api: "octopi", target: gone.origin, token });
  expect(results).toEqual([]);
  expect(stopped).toBe(
    `Nothing can be tested: ${gone.origin} gave no answer, nothing listens there (ECONNREFUSED). Check the address, and that the target runs.`,
  );
});

test("a caller that has seen enough ends the run, and what is under way is cut", async () => {
  const cut = new Promise<void>((resolve) => {
    const hanging: Fault = {
      operationId: "createServiceOrder",
      connection: (response) => response.on("close", resolve),
    };
    void (async () => {
      const target = await startFaultyServer("octopi", mock.origin, hanging);
      const operations = ["getServiceOrder", "createServiceOrder"];
      const options = { api: "octopi", target: target.origin, token, operations, timeoutMs: 600_000 };
      for await (const { operationId } of runContractTests(options)) if (operationId === "getServiceOrder") break;
      await cut;
      await target.close();
    })();
  });
  await cut;
});

test("a signal that aborts ends the run with its reason", async () => {
  const stop = new AbortController();
  const hanging = await listenHttp((request, response) => {
    if (request.url === "/") response.end();
    else stop.abort(new Error("enough"));
  });
  const run = runContractTests({
    api: "octopi",
    target: hanging.origin,
    token,
    signal: stop.signal,
    timeoutMs: 600_000,
  });
  await expect(run.next()).rejects.toThrow("enough");
  await hanging.close();
});

test("a token that the target repeats is in no result", async () => {
  const repeating: Fault = {
    operationId: "getServiceOrder",
    answer: (came) => ({ ...came, headers: { "content-type": `text/${token}` }, body: token }),
  };
  const { results } = await runFaulty("octopi", repeating);
  expect(results.some(({ outcome }) => outcome === "failed")).toBe(true);
  expect(JSON.stringify(results)).not.toContain(token);
});

test("an operation that the spec does not have is named, with those that it has", async () => {
  const { stopped } = await runAll({ api: "dataloy", target: mock.origin, token, operations: ["getOrder"] });
  expect(stopped).toContain('dataloy has no operation "getOrder"; it has listServiceOrders,');
});

const notFound = { status: 404, headers: { "content-type": "application/json" }, body: '{"error":"Unknown."}' };

async function runFaulty(api: string, fault: Fault, options: object = {}) {
  const faulty = await startFaultyServer(api, mock.origin, fault);
  const ended = await runAll({ api, target: faulty.origin, token, operations: [fault.operationId], ...options });
  await faulty.close();
  return ended;
}

function named(name: string) {
  const found = FAULTS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no fault "${name}".`);
  return found;
}
