import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { references } from "../navigation.ts";
import { listOperations } from "../reference/list-operations.ts";
import { type OpenApiDocument, readBundle } from "../reference/read-bundle.ts";
import { docsFolder } from "../routes.ts";
import { checkTypes } from "../samples/check-types.ts";
import { makeSampleRequest } from "./make-sample-request.ts";
import { expectations } from "./run/expectations.ts";
import { askSandbox, openRecorder } from "./run/open-recorder.ts";
import { runCodeSamples, whyNotRun } from "./run/run-code-samples.ts";
import { environmentOf, sendSample } from "./run/send-sample.ts";
import { whatIsPrinted } from "./run/what-is-printed.ts";
import { writeCodeSamples } from "./write-code-samples.ts";

const scratch = join(fileURLToPath(docsFolder), ".astro", "code-samples");
const apis = await Promise.all(references.map(async ({ id }) => ({ api: id, document: await readBundle(id) })));
const notRun = whyNotRun();

// Compilers and sandboxes share their machine with other builds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  for (const [label, reason] of notRun) console.warn(`The samples for ${label} are not run: ${reason}.`);
  await rm(join(scratch, "run"), { recursive: true, force: true });
  await mkdir(join(scratch, "run"), { recursive: true });
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

describe.each(apis)("the samples of $api", ({ api, document }) => {
  const samples = listOperations(document).flatMap(({ operationId }) => {
    const { after = [], shows = "" } = expectations[api]?.[operationId] ?? {};
    const request = makeSampleRequest(document, operationId);
    const before = after.map((earlier) => makeSampleRequest(document, earlier));
    return writeCodeSamples(document, operationId).map((sample) => ({
      ...sample,
      operationId,
      request,
      before,
      shows,
    }));
  });
  const labels = new Set(samples.map(({ label }) => label).filter((label) => !notRun.has(label)));

  test.each([...labels])("each of %s succeeds, and prints the answer", async (label) => {
    const own = samples.filter((sample) => sample.label === label);
    const name = `${api}-${label.replaceAll(" ", "-")}`;
    const sessions = own.map(({ operationId }) => `${name}-${operationId}`);
    for (const [at, { before }] of own.entries()) {
      for (const request of before) await sendSample(request, sandbox.origin, sessions[at]);
    }
    const recorder = await openRecorder((request, at) => askSandbox(sandbox.origin, sessions[at], request));
    const run = await runCodeSamples(own, join(scratch, "run"), name, environmentOf(recorder.origin));
    await recorder.close();

    const asked = own.map(({ operationId, request: { method, target } }) => `${operationId}: ${method} ${target}`);
    const found = recorder.recorded.map(({ method, target, answer: { status, body } }, at) => {
      const operationId = own[at]?.operationId ?? "one too many";
      const isSuccess = successes(document, operationId).includes(`${status}`);
      const failure = `, ${status} ${body} Does another operation come first? Say so in run/expectations.ts.`;
      return `${operationId}: ${method} ${target}${isSuccess ? "" : failure}`;
    });
    expect(found).toEqual(asked.slice(0, found.length));
    expect([run.exitCode, found.length], run.printed).toEqual([0, asked.length]);
    const answers = recorder.recorded.map(({ answer }) => answer);
    const printed = own.map(({ request }, at) => whatIsPrinted(label, request.answer, answers[at]));
    expect(run.stdout).toBe(printed.join(""));
    const lacking = own.filter(({ shows }, at) => !answers[at]?.body.includes(shows));
    expect(lacking.map(({ operationId, shows }) => `${operationId}: ${shows}`)).toEqual([]);
  });
});

test("every sample with the client is type-correct", async () => {
  const programs = apis.flatMap(({ api, document }) =>
    listOperations(document).flatMap(({ operationId }) => {
      const client = writeCodeSamples(document, operationId).filter(({ lang }) => lang === "TypeScript");
      const name = `${api}-${operationId}.ts`;
      return client.map(({ source }) => ({ name, file: name, checked: source }));
    }),
  );
  expect(programs.length).toBeGreaterThan(0);
  expect(await checkTypes(programs, join(scratch, "check"))).toEqual([]);
});

test("what is expected is expected of operations that there are", () => {
  const known = apis.flatMap(({ api, document }) =>
    listOperations(document).map(({ operationId }) => `${api}.${operationId}`),
  );
  const named = Object.entries(expectations).flatMap(([api, own]) => Object.keys(own).map((id) => `${api}.${id}`));
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

/** The statuses of success that the description has for an operation. */
function successes(document: OpenApiDocument, operationId: string): string[] {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  const operation = operations.find((one) => one.operationId === operationId);
  return Object.keys(Object(operation?.responses)).filter((status) => status.startsWith("2"));
}
