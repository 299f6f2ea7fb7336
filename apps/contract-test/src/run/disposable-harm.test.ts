import { expect, test, vi } from "vitest";
import { runAll } from "../testing/run.js";
import { useTestSystem, watching } from "../testing/test-system.js";
import { MARK } from "./names.js";
import { runContractTests } from "./run-contract-tests.js";

vi.setConfig({ testTimeout: 120_000 });

// What targets and networks do to a run that makes records of its own, and what must not be left behind.
const { everything, options, read } = useTestSystem();

test("a target that only says that it removed something is left alone after the first record, which is named", async () => {
  const { through, sent } = watching(async ({ method, url }) =>
    method === "DELETE" && url.includes("/service_orders/")
      ? Response.json({ error: "No." }, { status: 422 })
      : undefined,
  );
  const { stopped, left } = await runAll(
    options({ fetch: through, fixtures: { container_ids: [4337700], service_ids: [721] } }),
  );
  expect(stopped).toContain("a service order was made, and is still there after deleteServiceOrder");
  expect(sent.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(left).toEqual([
    expect.stringMatching(/^a service order QUAYSIDE-.*: deleteServiceOrder was answered 422, and it is still there$/),
  ]);
});

test("what is created although the answer is lost is found by its name, and removed", async () => {
  const before = await everything();
  let lost = 0;
  const { through } = watching(async (request) => {
    if (request.method !== "POST" || !request.url.endsWith("/service_orders.json") || ++lost % 3 !== 0)
      return undefined;
    await fetch(request);
    throw new TypeError("the connection is cut");
  });
  const { left } = await runAll(options({ fetch: through, operations: ["updateServiceOrder", "cancelServiceOrder"] }));
  expect(lost).toBeGreaterThan(10);
  expect(left).toEqual([]);
  expect(await everything()).toEqual(before);
});

test.each([
  ["an order of somebody else", "/service_orders.json", { order_number: "SO123456" }],
  ["a line item of somebody else", "/line_items.json", { id: 38 }],
  ["a path that leads elsewhere", "/service_orders.json", { order_number: "../service_orders/SO123456" }],
  ["nothing at all", "/service_orders.json", { order_number: "" }],
])("a creation that is answered with %s does no harm to it", async (_, ending, answered) => {
  const theirs = await Promise.all([
    read("service_orders/SO123456.json"),
    read("bill_of_ladings/1001/line_items.json?per=1"),
  ]);
  const { sent, through } = watching(async (request) => {
    if (request.method !== "POST" || !request.url.endsWith(ending)) return undefined;
    const response = await fetch(request);
    if (response.status >= 300) return response;
    const made = (await response.json()) as object;
    return Response.json({ ...made, ...answered }, { status: 201 });
  });
  const { stopped } = await runAll(options({ fetch: through }));
  expect(stopped).toContain("does not bear the name of this run");
  const writes = sent.filter(({ method }) => method !== "GET" && method !== "POST");
  expect(
    writes.filter(({ path }) => !path.includes(MARK) && !/\/(interchanges|line_items)\/\d{4,}\.json$/.test(path)),
  ).toEqual([]);
  expect(
    await Promise.all([read("service_orders/SO123456.json"), read("bill_of_ladings/1001/line_items.json?per=1")]),
  ).toEqual(theirs);
});

test("creations of every kind whose answers are lost leave nothing behind", async () => {
  const before = await everything();
  let lost = 0;
  const { through } = watching(async (request) => {
    if (request.method !== "POST" || ++lost % 5 !== 0) return undefined;
    await fetch(request);
    throw new TypeError("the connection is cut");
  });
  const { left } = await runAll(options({ fetch: through }));
  expect(lost).toBeGreaterThan(50);
  expect(left).toEqual([]);
  expect(await everything()).toEqual(before);
});

test("a gateway that lets no slash through keeps no record from being removed", async () => {
  const before = await everything();
  const { through } = watching(async ({ url }) =>
    url.includes("%2F") ? Response.json({ error: "No route." }, { status: 404 }) : undefined,
  );
  const { left } = await runAll(options({ fetch: through, operations: ["updateServiceOrder"] }));
  expect(left).toEqual([]);
  expect(await everything()).toEqual(before);
});

test("a target that is gone before the end is told of, with the name of what may be there", async () => {
  let sent = 0;
  const { through } = watching(async () => {
    sent += 1;
    if (sent > 120) throw new TypeError("gone");
    return undefined;
  });
  const { stopped, left } = await runAll(options({ fetch: through }));
  expect(stopped).toContain("stopped answering on the way");
  expect(left.join()).toMatch(/whatever is named QUAYSIDE-[0-9A-F]+-…/);
});

test("a creation that is under way when the run is ended is removed too", async () => {
  const before = await everything();
  const stop = new AbortController();
  let made = 0;
  const { through } = watching(async (request) => {
    if (request.method !== "POST" || ++made !== 10) return undefined;
    stop.abort(new Error("enough"));
    await new Promise((wake) => setTimeout(wake, 300));
    return await fetch(request);
  });
  const run = async () => {
    for await (const _ of runContractTests(options({ fetch: through, signal: stop.signal }))) {
      // Until it is ended.
    }
  };
  await expect(run()).rejects.toThrow("enough");
  expect(await everything()).toEqual(before);
});
