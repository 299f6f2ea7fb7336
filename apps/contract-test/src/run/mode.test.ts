import { beforeAll, describe, expect, test } from "vitest";
import { type Ended, runAll } from "../testing/run.js";
import { openTarget } from "./open-target.js";
import { writePlan } from "./plan.js";

const ELSEWHERE = "https://terminal.example";
const HERE = "http://127.0.0.1:4010";
const token = "quayside-secret-token";

/** A server of another machine that has nothing, and what it was sent. */
function recording(status = 404) {
  const sent: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(new Request(input, init));
    return Response.json({ error: "There is none." }, { status });
  };
  return { sent, fetch };
}

test.each([
  [HERE, undefined, "full"],
  ["http://localhost:4020", undefined, "full"],
  ["http://[::1]:4020", undefined, "full"],
  [HERE, "read-only", "read-only"],
  [ELSEWHERE, undefined, "read-only"],
  ["http://192.168.1.5", undefined, "read-only"],
  ["http://mock:4010", undefined, "read-only"],
  ["http://127.0.0.1.terminal.test", undefined, "read-only"],
] as const)("%s with mode %s is run %s", (target, given, mode) => {
  expect(openTarget({ api: "octopi", target, token, mode: given }).mode).toBe(mode);
});

test.each([ELSEWHERE, "http://192.168.1.5", "http://sandbox:4020"])(
  "full is refused at %s, and nothing is sent",
  async (target) => {
    const { sent, fetch } = recording();
    const { stopped } = await runAll({ api: "octopi", target, token, mode: "full", fetch });
    expect(stopped).toMatch(/^Mode full creates, changes and deletes, and is for this machine alone/);
    expect(sent).toEqual([]);
  },
);

describe.each(["octopi", "dataloy"])("%s, elsewhere", (api) => {
  const { sent, fetch } = recording();
  let ended: Ended;
  beforeAll(async () => {
    ended = await runAll({ api, target: ELSEWHERE, token, fetch, rate: 10_000 });
  });

  test("only GETs are sent, without a body, in checks of every kind but stories", () => {
    expect(new Set(sent.map(({ method, body }) => `${method} ${body}`))).toEqual(new Set(["GET null"]));
    expect(sent.length).toBeGreaterThan(30);
    expect(new Set(ended.results.map(({ kind }) => kind))).toEqual(new Set(["request", "meaning"]));
    expect(sent.some(({ headers }) => !headers.has("authorization"))).toBe(true);
  });
});

test("operations that only write leave nothing to send", async () => {
  const { sent, fetch } = recording();
  const options = { api: "octopi", target: ELSEWHERE, token, operations: ["createServiceOrder"], fetch };
  expect((await runAll(options)).stopped).toBe(
    "Mode read-only leaves nothing to send: none of these operations only reads.",
  );
  expect(sent.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a plan has a line for each check that a run makes, and sends none", async () => {
  const { sent, fetch } = recording();
  const options = { api: "octopi", target: ELSEWHERE, token, fetch, rate: 10_000 };
  const plan = writePlan(openTarget(options)).split("\n");
  expect(sent).toEqual([]);
  const { results } = await runAll(options);
  const lines = plan.filter((line) => line.startsWith("reads "));
  expect(lines).toHaveLength(results.length);
  expect(plan.filter((line) => line.startsWith("writes "))).toEqual([]);
  for (const { operationId, name } of results)
    expect(lines.filter((line) => line.endsWith(`${operationId}, ${name}`))).toHaveLength(1);
  // Every request of which a line tells was sent as it says.
  const told = lines
    .flatMap((line) => /^reads {2}GET (\S+) {2}/.exec(line)?.[1] ?? [])
    .map((path) => new URL(ELSEWHERE + path).href);
  const urls = sent.map(({ url }) => url);
  expect(told.filter((line) => !urls.includes(line))).toEqual([]);
  expect(told.length).toBeGreaterThan(50);
  expect(plan.at(-3)).toMatch(
    /^A run in mode read-only makes \d+ checks of .* at https:\/\/terminal\.example, and leaves out \d+ /,
  );
  expect(plan.at(-2)).toBe("It sends at most 10000 requests a second.");
  expect(plan.join("\n")).not.toContain(token);
});

test("a plan in mode full has the writes too", () => {
  const plan = writePlan(openTarget({ api: "dataloy", target: HERE, token }));
  for (const start of ["reads  GET ", "writes POST ", "writes PUT ", "writes several of POST /ws/rest/ServiceOrder, "])
    expect(plan).toContain(`\n${start}`);
  expect(plan).toMatch(
    /A run in mode full makes \d+ checks of .* at http:\/\/127\.0\.0\.1:4010\. Nothing was sent\.\n$/,
  );
});

test("a plan of mode disposable begins with what is tried first, and tells all that a story calls", () => {
  const target = openTarget({
    api: "octopi",
    target: ELSEWHERE,
    token,
    mode: "disposable",
    allowHosts: ["terminal.example"],
  });
  const plan = writePlan(target).split("\n");
  expect(plan[0]).toBe("first  one record of each kind is made, removed and looked for");
  const story = plan.find((line) => line.endsWith("the life of a service order"));
  for (const call of ["POST /api/v1/service_orders.json", "DELETE /api/v1/service_orders/{order_number}.json"])
    expect(story).toContain(call);
});
