import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "./generate.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-types-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function generated(content: unknown): Promise<string> {
  const bundle = join(folder, "bundle.json");
  await writeFile(bundle, typeof content === "string" ? content : JSON.stringify(content));
  return generate(pathToFileURL(bundle));
}

const found = {
  description: "Found",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Crane" } } },
};
const getCrane = {
  operationId: "getCrane",
  responses: { 200: found, 404: { $ref: "#/components/responses/NotFound" } },
};
const crane = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "integer" }, reach: { type: "integer", default: 1 } },
};

function spec({ operation = getCrane, schemas = { Crane: crane } }: { operation?: object; schemas?: object } = {}) {
  return {
    openapi: "3.1.0",
    info: { title: "Cranes", version: "1" },
    paths: { "/cranes.json": { get: operation } },
    components: {
      schemas,
      responses: { NotFound: { description: "None", content: { "text/plain": { schema: { type: "string" } } } } },
    },
  };
}

test("a schema becomes a type under its own name", async () => {
  expect(await generated(spec())).toContain("export type Crane = components['schemas']['Crane'];");
});

test("an operation's type has the operation's description, which editors show at the client's method", async () => {
  const operation = { ...getCrane, summary: "Get the crane", description: "There is only one." };
  expect(await generated(spec({ operation }))).toMatch(
    /export interface operations \{\s*\/\*\*\s*\* Get the crane\s*\* @description There is only one\.\s*\*\/\s*getCrane: \{/,
  );
});

test("a default makes nothing required", async () => {
  expect(await generated(spec())).toMatch(/reach\?: number/);
});

test("the table has method, path and media types by status, through references too", async () => {
  expect(await generated(spec())).toContain(
    '"getCrane": {"method":"GET","path":"/cranes.json","responses":{"200":["application/json"],"404":["text/plain"]}},',
  );
});

test("the table has how a list is paged and the way to a natural key; pointers become ways", async () => {
  const paging = { page: "page", limit: "per", maximum: 100, items: "/cranes", key: "id", "total-header": "total" };
  const operation = {
    ...getCrane,
    "x-pagination": paging,
    "x-natural-key": { property: "/crane/name", lookup: "getCrane" },
  };
  const source = await generated(spec({ operation }));
  expect(source).toContain(
    '"pagination":{"page":"page","limit":"per","maximum":100,"key":"id","items":["cranes"],"totalHeader":"total"},"naturalKey":["crane","name"]}',
  );
  const bare = { ...paging, items: "", next: "/actions/next" };
  expect(await generated(spec({ operation: { ...getCrane, "x-pagination": bare } }))).toContain(
    '"items":[],"next":["actions","next"]',
  );
});

test("a request that leads to an operation says so in its type", async () => {
  const properties = { hoist: { type: "string", "x-operation": "getCrane" }, other: { type: "string" } };
  const source = await generated(spec({ schemas: { Crane: { type: "object", properties } } }));
  expect(source).toMatch(/hoist\?: string & LeadsTo<"getCrane">;\s+other\?: string;/);
});

test("an operation that a record may lead to is marked, and one that there is not is named", async () => {
  const leading = (id: string) => ({
    Crane: { type: "object", properties: { hoist: { type: "string", "x-operation": id } } },
  });
  expect(await generated(spec({ schemas: leading("getCrane") }))).toContain('"isAction":true}');
  await expect(generated(spec({ schemas: leading("loseCrane") }))).rejects.toThrow(
    "x-operation: loseCrane is no operation of this API.",
  );
});

test("a missing bundle says what to run", async () => {
  await expect(generate(pathToFileURL(join(folder, "none.json")))).rejects.toThrow(
    /There is no spec bundle at .*none\.json \(ENOENT.*Run "pnpm build" at the root first\.$/,
  );
});

test.each(["", "{", "openapi: 3.1.0"])("%j is named as no JSON", async (text) => {
  await expect(generated(text)).rejects.toThrow(
    /bundle\.json is not JSON .*Run "pnpm --filter @quayside\/spec build" again\.$/,
  );
});

test.each([
  "null",
  "[]",
  "{}",
  '{"openapi":"3.0.3","paths":{}}',
  '{"openapi":"3.1.0"}',
  '{"openapi":"3.1.0","paths":null}',
])("%s is named as no OpenAPI 3.1 document", async (text) => {
  await expect(generated(text)).rejects.toThrow(/is not an OpenAPI 3\.1 document with paths/);
});

test.each(["Error", "Event", "Request", "Response", "Map", "Record", "Location"])(
  "the schema name %s hides a global",
  async (name) => {
    await expect(generated(spec({ schemas: { Crane: crane, [name]: crane } }))).rejects.toThrow(
      `"${name}" hides a global`,
    );
  },
);

test.each(["crane", "Crane-2", "Crane.Type"])("the schema name %s is no type name", async (name) => {
  await expect(generated(spec({ schemas: { Crane: crane, [name]: crane } }))).rejects.toThrow(
    `"${name}" is no type name`,
  );
});

test.each(["default", "4XX"])("the status %s is refused", async (status) => {
  await expect(generated(spec({ operation: { ...getCrane, responses: { [status]: found } } }))).rejects.toThrow(
    `getCrane declares the status ${status}. Write exact ones`,
  );
});

test("an operation without an operationId, or with another's, is named", async () => {
  await expect(generated(spec({ operation: { responses: { 200: found } } }))).rejects.toThrow(
    "GET /cranes.json has no operationId",
  );
  const twice = spec();
  await expect(generated({ ...twice, paths: { ...twice.paths, "/other.json": { get: getCrane } } })).rejects.toThrow(
    "the operationId getCrane stands at two operations",
  );
});

test("a reference that leads nowhere is named", async () => {
  const operation = { ...getCrane, responses: { 200: { $ref: "#/components/responses/Lost" } } };
  await expect(generated(spec({ operation }))).rejects.toThrow("#/components/responses/Lost leads nowhere");
});
