import { openContract } from "@quayside/contract";
import type { Api } from "../dist/src/api.js";
import { findOperation, readOperations } from "../dist/src/operation.js";
import { checksOf } from "../dist/src/run/checks-of.js";
import { openRun } from "../dist/src/run/open-run.js";
import { openTarget } from "../dist/src/run/open-target.js";
import { runCheck } from "../dist/src/run/run-check.js";
import { writeRequest } from "../dist/src/write-request.js";
import { generateDocument } from "./generate-document.ts";
import type { Measured } from "./mutants.ts";
import { writeTable } from "./table.ts";

const SIZES = [62, 125, 250, 500];

/** How much dearer an operation may be in the largest spec than in the smallest one. */
const MOST_GROWTH = 1.5;

type Size = { readonly operations: number; readonly checks: number; readonly openMs: number; readonly runMs: number };

/** Measures what an operation costs in generated specs of several sizes, up to 500 operations. */
export async function measureGrowth(): Promise<Measured> {
  await measureSize(SIZES[0] ?? 1); // The first one also warms the machine up.
  const sizes: Size[] = [];
  for (const size of SIZES) sizes.push(await measureSize(size));
  const costOf = ({ operations, openMs, runMs }: Size) => (openMs + runMs) / operations;
  const [first, last] = [sizes[0], sizes.at(-1)];
  const growth = first === undefined || last === undefined ? Number.NaN : costOf(last) / costOf(first);
  const isKept = growth <= MOST_GROWTH;
  const rows = sizes.map((one) => [
    `${one.operations}`,
    `${one.checks}`,
    one.openMs.toFixed(0),
    one.runMs.toFixed(0),
    costOf(one).toFixed(1),
  ]);
  const goal = `an operation of the largest costs ${growth.toFixed(2)} x one of the smallest (goal: at most ${MOST_GROWTH}): ${isKept ? "kept" : "NOT kept"}`;
  return {
    isKept,
    text: `${writeTable([["operations", "checks", "open ms", "run ms", "ms each"], ...rows])}\n${goal}`,
  };
}

async function measureSize(count: number): Promise<Size> {
  const start = performance.now();
  const api = openGenerated(generateDocument(count));
  const target = {
    ...openTarget({ api: "octopi", target: "http://127.0.0.1:1", token: "any", seed: 1, depth: 5, fetch: answer(api) }),
    api,
  };
  const run = await openRun(target, async () => {});
  const { documented, further } = checksOf(target, run.nature);
  const opened = performance.now();
  const checks = [...documented, ...further];
  for (const check of checks) {
    const { outcome, operationId, name, findings } = await runCheck(run, check);
    if (outcome !== "passed") throw new Error(`${operationId}, ${name} is ${outcome}: ${findings[0]?.message}`);
  }
  return { operations: count, checks: checks.length, openMs: opened - start, runMs: performance.now() - opened };
}

/** The client has no such operations; the requests are written as they stand. */
function openGenerated(document: unknown): Api {
  const operations = readOperations(document);
  return {
    name: "octopi",
    title: "Generated",
    document,
    lines: {},
    contract: openContract(document),
    operations,
    areGiven: false,
    authorize: () => "Token token=any",
    malformed: ["quayside"],
    connect:
      ({ origin, fetch }) =>
      async (operationId, values, headers) => {
        const { method, url, headers: own, body } = writeRequest(findOperation(operations, operationId), values);
        for (const [name, value] of Object.entries({ ...headers, authorization: "Token token=any" }))
          own.set(name, value);
        return await fetch(new Request(origin + url, { method, headers: own, body: body ?? null }));
      },
  };
}

/** A server of the spec's own, as obedient as the mock: what is broken is refused, else the answer that was asked for comes. */
function answer(api: Api): typeof fetch {
  return async (input, init) => {
    const { answerGenerated } = await import("./generate-document.ts");
    return await answerGenerated(api.contract, new Request(input, init));
  };
}
