import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MARK } from "./names.js";
import { runContractTests } from "./run-contract-tests.js";
import { runAll } from "./testing/run.js";

vi.setConfig({ testTimeout: 120_000 });

const FIXTURES = {
  container_ids: [4337700],
  service_ids: ["cleaning", 721],
  truck_visit_id: 1876441,
  bill_of_lading_id: 1001,
  container_id: 1912,
  container_type_label: "40DV",
  label: "Customs entry",
};

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterEach(() => sandbox.close());

function options(changes: object = {}) {
  const common = {
    api: "octopi",
    target: sandbox.origin,
    token: "demo",
    mode: "disposable",
    fixtures: FIXTURES,
  } as const;
  return { ...common, otherToken: "demo2", depth: 5, ...changes };
}

async function read(path: string): Promise<string> {
  const response = await fetch(`${sandbox.origin}/api/v1/${path}`, { headers: { authorization: "Token token=demo" } });
  return (await response.text()).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "");
}

/** All that a run could leave something in. */
async function everything(): Promise<string[]> {
  const lists = [
    "service_orders.json?per=100",
    "truck_visits/1876441/interchanges.json",
    "bill_of_ladings/1001/line_items.json?per=100",
  ];
  return await Promise.all([...lists, "manifests/2018010126/bill_of_ladings/TSCW12924362/holds.json"].map(read));
}

/** A fetch that keeps what went through. */
function watching(change: (request: Request) => Promise<Response | undefined> = async () => undefined) {
  const sent: { method: string; path: string; body: string; status: number; answer: string }[] = [];
  const through: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    const response = (await change(request)) ?? (await fetch(request));
    const { pathname } = new URL(request.url);
    sent.push({
      method: request.method,
      path: pathname,
      body,
      status: response.status,
      answer: await response.clone().text(),
    });
    return response;
  };
  return { sent, through };
}

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
  const dataloy = { api: "dataloy", target: sandbox.origin, user: "demo:demo", mode: "disposable" } as const;
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
