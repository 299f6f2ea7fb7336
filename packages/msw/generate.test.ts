import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "./generate.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-msw-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function generated(operation: object, components: object = {}): Promise<string> {
  const bundle = join(folder, "bundle.json");
  const paths = { "/cranes/{id}.json": { parameters: [], get: { operationId: "getCrane", ...operation } } };
  await writeFile(bundle, JSON.stringify({ openapi: "3.1.0", paths, components }));
  return generate("cranes", pathToFileURL(bundle));
}

const json = (examples: object, headers: object = {}) => ({ headers, content: { "application/json": { examples } } });
const idle = { value: { id: 1 } };

test("an operation becomes a mock that a bundler may drop", async () => {
  const source = await generated({ summary: "Get a crane", responses: { 200: json({ idle }) } });
  const types = '<operations["getCrane"], Examples["getCrane"]>';
  expect(source).toContain('import type { operations } from "@quayside/types/cranes";');
  expect(source).toContain("/** Get a crane: `GET /cranes/{id}.json`. */");
  expect(source).toContain(
    `export const getCrane: OperationMock${types} = /* @__PURE__ */ mockOperation${types}({"operationId":"getCrane",` +
      '"method":"get","path":"/cranes/{id}.json","takesBody":false,"mediaTypes":{"200":["application/json"]},' +
      '"examples":{"idle":{"status":200,"body":{"id":1}}}});',
  );
});

test("the names of the examples are types", async () => {
  const source = await generated({ responses: { 200: json({ idle, "in-use": idle }), 404: json({ none: idle }) } });
  expect(source).toContain('  getCrane: {"idle":200,"in-use":200,"none":404};');
});

test("a name that stands at two statuses is the first one's", async () => {
  const source = await generated({ responses: { 200: json({ idle }), 201: json({ idle }) } });
  expect(source).toContain('  getCrane: {"idle":200};');
});

test("references to responses, headers and examples are followed", async () => {
  const components = {
    examples: { "crane~idle/1": idle },
    headers: { Total: { example: 3 } },
    responses: {
      Found: json(
        { idle: { $ref: "#/components/examples/crane~0idle~11" } },
        { Total: { $ref: "#/components/headers/Total" } },
      ),
    },
  };
  const source = await generated({ responses: { 200: { $ref: "#/components/responses/Found" } } }, components);
  expect(source).toContain('"idle":{"status":200,"body":{"id":1},"headers":{"Total":"3"}}');
});

test("a header without an example is not sent", async () => {
  expect(await generated({ responses: { 200: json({ idle }, { Total: {} }) } })).not.toContain('"headers"');
});

test("a total is that of the example, and none beside an empty list", async () => {
  const examples = { some: { value: [1] }, none: { value: [] } };
  const responses = { 200: json(examples, { Total: { example: 3 }, Page: { example: 1 } }) };
  const source = await generated({ "x-pagination": { "total-header": "Total" }, responses });
  expect(source).toContain('"some":{"status":200,"body":[1],"headers":{"Total":"3","Page":"1"}}');
  expect(source).toContain('"none":{"status":200,"body":[],"headers":{"Total":"0","Page":"1"}}');
});

test("an operation that answers nothing but 204 needs no example", async () => {
  expect(await generated({ responses: { 204: {} } })).toContain('"mediaTypes":{"204":[]},"examples":{}');
});

test.each([
  [{ operationId: undefined }, "get /cranes/{id}.json has no operationId."],
  [{ responses: { 200: json({}) } }, "getCrane has no example of its 200. Write one: the mock answers it."],
  [
    { responses: { 200: json({ idle }), 404: json({ idle: { value: 1 } }) } },
    'the example name "idle" stands for two bodies.',
  ],
  [{ responses: { 200: json({ idle: { externalValue: "x" } }) } }, 'getCrane: the example "idle" has no value.'],
  [{ responses: { 200: { $ref: "#/components/responses/Lost" } } }, "#/components/responses/Lost leads nowhere."],
])("%j is refused", async (operation, message) => {
  await expect(generated(operation)).rejects.toThrow(message);
});

test("a bundle that is not there is reported with what to do", async () => {
  await expect(generate("cranes", pathToFileURL(join(folder, "none.json")))).rejects.toThrow('Run "pnpm build"');
});
