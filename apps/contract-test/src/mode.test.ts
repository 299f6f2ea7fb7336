import { beforeAll, describe, expect, test } from "vitest";
import { openTarget } from "./open-target.js";
import { writePlan } from "./plan.js";
import { casesOf } from "./run-contract-tests.js";
import { type Ended, runAll } from "./testing/run.js";

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
    ended = await runAll({ api, target: ELSEWHERE, token, fetch });
  });

  test("only GETs are sent, without a body, in cases of every kind", () => {
    expect(new Set(sent.map(({ method, body }) => `${method} ${body}`))).toEqual(new Set(["GET null"]));
    expect(sent.length).toBeGreaterThan(30);
    expect(ended.results.some(({ asked }) => asked !== undefined)).toBe(true);
    expect(sent.some(({ headers }) => !headers.has("authorization"))).toBe(true);
  });

  test("every request that reads is sent, but for the first look whether anybody is there", () => {
    const { documented, further } = casesOf(openTarget({ api, target: ELSEWHERE, token }).api);
    const reading = [...documented, ...further].filter((one) => one.kind === "broken" && one.request.method === "GET");
    expect(sent.length - 1).toBe(ended.results.length);
    expect(ended.results.length).toBeGreaterThan(reading.length);
  });
});

test("operations that only write leave nothing to send", async () => {
  const { sent, fetch } = recording();
  const options = { api: "octopi", target: ELSEWHERE, token, operations: ["createServiceOrder"], fetch };
  expect((await runAll(options)).stopped).toBe(
    "Mode read-only leaves nothing to send: none of these operations only reads.",
  );
  expect(sent.filter(({ url }) => url !== `${ELSEWHERE}/`)).toEqual([]);
});

test("a plan has a line for each request that a run sends, and sends none", async () => {
  const { sent, fetch } = recording();
  const options = { api: "octopi", target: ELSEWHERE, token, fetch };
  const plan = writePlan(openTarget(options)).split("\n");
  expect(sent).toEqual([]);
  const { results } = await runAll(options);
  const lines = plan.filter((line) => line.startsWith("GET "));
  expect(lines).toHaveLength(results.length);
  expect(plan.filter((line) => /^(POST|PUT|PATCH|DELETE) /.test(line))).toEqual([]);
  const paths = (all: string[]) => all.toSorted();
  expect(paths(lines.map((line) => line.split(/\s+/)[1] ?? ""))).toEqual(
    paths(sent.slice(1).map(({ url }) => url.slice(ELSEWHERE.length))),
  );
  expect(plan.at(-2)).toMatch(
    /^A run in mode read-only sends \d+ requests to https:\/\/terminal\.example, and leaves out \d+ /,
  );
  expect(plan.join("\n")).not.toContain(token);
});

test("a plan in mode full has the writes too", () => {
  const plan = writePlan(openTarget({ api: "dataloy", target: HERE, token }));
  for (const method of ["GET ", "POST ", "PUT "]) expect(plan).toContain(`\n${method}`);
  expect(plan).toMatch(/A run in mode full sends \d+ requests to http:\/\/127\.0\.0\.1:4010\. Nothing was sent\.\n$/);
});
