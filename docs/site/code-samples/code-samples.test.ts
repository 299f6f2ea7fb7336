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
import { runCodeSamples, whyNotRun } from "./run/run-code-sample.ts";
import { environmentOf, sendSample } from "./run/send-sample.ts";
import { whatIsPrinted } from "./run/what-is-printed.ts";
import { writeCodeSamples } from "./write-code-samples.ts";

const scratch = join(fileURLToPath(docsFolder), ".astro", "code-samples");
const apis = await Promise.all(references.map(async ({ id }) => ({ api: id, document: await readBundle(id) })));
const notRun = whyNotRun();

// Each sample is a process of its own, on a machine that is shared.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000, maxConcurrency: 4 });

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  for (const [label, reason] of notRun) console.warn(`The samples for ${label} are not run: ${reason}.`);
  await rm(join(scratch, "run"), { recursive: true, force: true });
  await mkdir(join(scratch, "run"), { recursive: true });
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

describe.each(apis)("the samples of $api", ({ api, document }) => {
  const samples = listOperations(document).flatMap(({ operationId }) =>
    writeCodeSamples(document, operationId).map((sample) => ({ operationId, ...sample })),
  );

  test.concurrent.each(samples.filter(({ label }) => !notRun.has(label)))(
    "$operationId with $label succeeds, and prints the answer",
    async ({ operationId, ...sample }) => {
      const { label } = sample;
      const name = [api, operationId, label.replaceAll(" ", "-")].join("-");
      const { after = [], shows = "" } = expectations[api]?.[operationId] ?? {};
      const recorder = await openRecorder((request) => askSandbox(sandbox.origin, name, request));
      for (const earlier of after) await sendSample(makeSampleRequest(document, earlier), recorder.origin);
      const run = await runCodeSamples([sample], join(scratch, "run"), name, environmentOf(recorder.origin));
      await recorder.close();
      const [exchange, ...more] = recorder.recorded.slice(after.length);
      if (exchange === undefined) throw new Error(`Nothing was sent. ${run.printed}`);
      const { method, target, answer } = makeSampleRequest(document, operationId);
      expect([method, target, more]).toEqual([exchange.method, exchange.target, []]);
      const hint = `${exchange.answer.body} Does another operation come first? Say so in run/expectations.ts.`;
      expect(successes(document, operationId), hint).toContain(`${exchange.answer.status}`);
      expect(run).toMatchObject({ exitCode: 0, stdout: whatIsPrinted(label, answer, exchange.answer) });
      expect(exchange.answer.body).toContain(shows);
    },
  );
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
  const { responses } = operations.find((operation) => operation.operationId === operationId);
  return Object.keys(responses).filter((status) => status.startsWith("2"));
}
