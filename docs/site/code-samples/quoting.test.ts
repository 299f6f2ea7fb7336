import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { OpenApiDocument } from "../reference/read-bundle.ts";
import { docsFolder } from "../routes.ts";
import { openRecorder, type Recorded, type Recorder } from "./run/open-recorder.ts";
import { runCodeSamples, whyNotRun } from "./run/run-code-samples.ts";
import { environmentOf } from "./run/send-sample.ts";
import { sampleLanguages, writeCodeSamples } from "./write-code-samples.ts";

const scratch = join(fileURLToPath(docsFolder), ".astro", "code-samples", "quoting");
const notRun = whyNotRun();
const labels = sampleLanguages.map(({ label }) => label).filter((label) => !notRun.has(label));

vi.setConfig({ testTimeout: 120_000 });

let recorder: Recorder;
beforeAll(async () => {
  for (const [label, reason] of notRun) console.warn(`The quoting of ${label} is not tried: ${reason}.`);
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  recorder = await openRecorder(() => Response.json({}));
});
afterAll(() => recorder.close());

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "it's",
    '"$HOME" `id` $(id) \\',
    "!! %s %41",
    "@/etc/passwd",
    "a\nb\r\n\u0000",
    "日本\u{1f6a2}",
    "$\u007b1} `$\u007b2}` {x}",
  ),
);
const inPath = anyText.map(withoutControls).filter((text) => !["", ".", ".."].includes(text));
const inBody = fc.oneof(fc.jsonValue(), fc.dictionary(fc.oneof(anyText, fc.constant("__proto__")), anyText));
const inHeader = anyText.map((text) => withoutControls(text).trim());

describe.each(labels)("%s", (label) => {
  test("whatever the examples are, they arrive as they are", async () => {
    const drawn = fc.record({ number: inPath, query: anyText, note: inHeader, body: inBody });
    await fc.assert(
      fc.asyncProperty(batchOf(drawn), async (batch) => {
        const sent = await send(
          label,
          batch.map((one) => describeUpdate(one, label)),
        );
        const expected = batch.map(({ number, query, note, body }) => [
          number,
          query,
          headerOf(label, note),
          asJson(body),
        ]);
        expect(sent.map(read)).toEqual(expected);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test("Dataloy's choice of fields arrives in ASCII, whatever the names", async () => {
    const fields = fc.dictionary(anyText, fc.constant("*"), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(batchOf(fields), async (batch) => {
        const sent = await send(label, batch.map(describeFields));
        expect(sent.map(({ headers }) => asJson(JSON.parse(`${headers.fields}`)))).toEqual(batch.map(asJson));
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

/** What neither a path nor a header can hold. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, "");
}

/** So many that a process is started seldom. */
function batchOf<Drawn>(drawn: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn[]> {
  return fc.array(drawn, { minLength: 20, maxLength: 20 });
}

/** What arrives when the samples of the documents' only operations are run one after the other. */
async function send(label: string, documents: readonly OpenApiDocument[]): Promise<Recorded[]> {
  recorder.recorded.length = 0;
  const samples = documents.flatMap((document) => {
    const [operation] = Object.values(document.paths).flatMap((item) => Object.values(item));
    return writeCodeSamples(document, operation.operationId).filter((sample) => sample.label === label);
  });
  const { exitCode, printed } = await runCodeSamples(
    samples,
    scratch,
    label.replace(" ", "-"),
    environmentOf(recorder.origin),
  );
  expect(exitCode, printed).toBe(0);
  return recorder.recorded;
}

/** An operation of the client's, with these examples. The client has no header of any text. */
function describeUpdate(
  { number, query, note, body }: { number: string; query: string; note: string; body: unknown },
  label: string,
): OpenApiDocument {
  const parameters = [
    { in: "path", name: "order_number", required: true, example: number },
    { in: "query", name: "a b", required: true, example: query },
    { in: "header", name: "X-Note", required: true, example: note },
  ].filter((parameter) => parameter.in !== "header" || hasHeader(label));
  const operation = {
    operationId: "updateServiceOrder",
    parameters,
    requestBody: { content: { "application/json": { example: body } } },
    responses: { "200": {} },
  };
  return {
    info: { title: "Octopi" },
    servers: [{ url: "https://app.octopi.co" }],
    security: [{ Token: [] }],
    paths: { "/api/v1/service_orders/{order_number}.json": { put: operation } },
  };
}

function describeFields(fields: object): OpenApiDocument {
  const header = {
    in: "header",
    name: "fields",
    schema: { contentMediaType: "application/json" },
    example: JSON.stringify(fields),
  };
  const key = { in: "path", name: "key", required: true, example: 1 };
  const operation = { operationId: "getServiceOrder", parameters: [key, header], responses: { "200": {} } };
  return {
    info: { title: "Dataloy" },
    servers: [{ url: "https://{host}", variables: {} }],
    security: [{ Basic: [] }],
    paths: { "/ws/rest/ServiceOrder/{key}": { get: operation } },
  };
}

function hasHeader(label: string): boolean {
  return label !== "TypeScript client";
}

function headerOf(label: string, note: string): string | undefined {
  return hasHeader(label) ? note : undefined;
}

/** What a request says: the order's number, the query, the header, the body. */
function read({ target, headers, body }: Recorded): unknown[] {
  const { pathname, searchParams } = new URL(target, "http://127.0.0.1");
  const number = decodeURIComponent(/([^/]*)\.json$/.exec(pathname)?.[1] ?? "");
  const note = headers["x-note"];
  return [
    number,
    searchParams.get("a b"),
    typeof note === "string" ? Buffer.from(note, "latin1").toString() : undefined,
    asJson(JSON.parse(body)),
  ];
}

/** As a text: whatever a value's prototype, and without a negative zero, which JSON does not have. */
function asJson(value: unknown): string {
  return JSON.stringify(value);
}
