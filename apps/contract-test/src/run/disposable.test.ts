import { expect, test, vi } from "vitest";
import { runAll } from "../testing/run.js";
import { useTestSystem, watching } from "../testing/test-system.js";
import { MARK } from "./names.js";
import { runContractTests } from "./run-contract-tests.js";

vi.setConfig({ testTimeout: 120_000 });

const { everything, options, origin } = useTestSystem();

test("everything that was there is there afterwards as it was, and nothing else", async () => {
  const before = await everything();
  const { results, stopped, left } = await runAll(options());
  expect(stopped).toBeUndefined();
  expect(results.filter(({ outcome }) => outcome === "failed" || outcome === "error")).toEqual([]);
  expect(results.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(200);
  expect(left).toEqual([]);
  expect(await everything()).toEqual(before);
});

test("only what the run made is changed or removed, and every order that it makes can be recognised", async () => {
  const { sent, through } = watching();
  await runAll(options({ fetch: through }));
  const made = sent.filter(({ method, status }) => method === "POST" && status < 300);
  const ids = made.flatMap(({ answer }) => Object.values(JSON.parse(answer) as object).map(String));
  const changed = sent.filter(({ method }) => ["PUT", "PATCH", "DELETE"].includes(method));
  const foreign = changed.filter(({ path, status }) => {
    const parts = path.split("/").map((part) => decodeURIComponent(part).replace(/\.json$/, ""));
    return status < 300 && !parts.some((part) => part.startsWith(MARK) || ids.includes(part));
  });
  expect(foreign).toEqual([]);
  const orders = made.filter(({ path }) => path.endsWith("/service_orders.json"));
  expect(orders.filter(({ body }) => !body.includes(`"${MARK}`))).toEqual([]);
  expect(orders.length).toBeGreaterThan(30);
});

test("holds, which nobody can make or remove, are only read", async () => {
  const { sent, through } = watching();
  await runAll(options({ fetch: through, operations: ["listHolds", "applyHold", "liftHold"] }));
  expect([...new Set(sent.filter(({ path }) => path.includes("/holds")).map(({ method }) => method))]).toEqual(["GET"]);
});

test("a system whose records cannot be removed is not begun with", async () => {
  const dataloy = { api: "dataloy", target: origin(), user: "demo:demo", mode: "disposable" } as const;
  const { through, sent } = watching();
  expect((await runAll({ ...dataloy, fetch: through })).stopped).toContain(
    "has no operation that removes what is made there",
  );
  expect(sent.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("without fixtures nothing is made, and it is said what is needed", async () => {
  const { through, sent } = watching();
  const { stopped } = await runAll(options({ fixtures: {}, fetch: through }));
  expect(stopped).toContain(
    "Give with --fixtures a JSON file with container_ids, service_ids for a service order; or ",
  );
  expect(sent.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a run that is ended on the way removes what it made", async () => {
  const before = await everything();
  const stop = new AbortController();
  let made = 0;
  const { through } = watching(async ({ method }) => {
    made += method === "POST" ? 1 : 0;
    if (made === 20) stop.abort(new Error("enough"));
    return undefined;
  });
  const run = async () => {
    for await (const _ of runContractTests(options({ fetch: through, signal: stop.signal }))) {
      // Until it is ended.
    }
  };
  await expect(run()).rejects.toThrow("enough");
  expect(made).toBeGreaterThan(19);
  expect(await everything()).toEqual(before);
});

test("a caller that has seen enough leaves nothing behind either", async () => {
  const before = await everything();
  let seen = 0;
  for await (const { operationId } of runContractTests(options())) {
    seen += operationId === "updateServiceOrder" ? 1 : 0;
    if (seen > 10) break;
  }
  expect(await everything()).toEqual(before);
});

test("the write budget ends what writes, not what reads, and clean-up goes beyond it", async () => {
  const before = await everything();
  const { results } = await runAll(
    options({ maxWrites: 25, fixtures: { container_ids: [4337700], service_ids: [721] } }),
  );
  const spent = results.filter(({ findings }) => findings.some(({ rule }) => rule === "budget-spent"));
  expect(spent.length).toBeGreaterThan(20);
  expect(spent.every(({ outcome }) => outcome === "error")).toBe(true);
  expect(await everything()).toEqual(before);
});
