import { expect, test } from "vitest";
import { lintYaml } from "./lint-yaml.ts";

test("dialect: a root document names JSON Schema 2020-12", async () => {
  const before = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: {}\n';
  const after = `${before}jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema\n`;
  expect(await lintYaml("dialect", { "openapi.yaml": before })).toEqual([
    "openapi.yaml#/: Write `jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema`; without it the mock checks less.",
  ]);
  expect(await lintYaml("dialect", { "openapi.yaml": after })).toEqual([]);
});

test("evidence: a response says what it rests on, and a mark leads somewhere", async () => {
  const yaml = (first: string, second: string) => `
openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        '200': { description: Fine${first} }
        '404': { description: Gone, x-evidence: ${second} }`;
  expect(await lintYaml("evidence", { "openapi.yaml": yaml("", "{ basis: inferred, note: seven }") })).toEqual([
    "openapi.yaml#/paths/~1a/get/responses/200: Write `x-evidence: { basis: documented, source: … }` or `{ basis: inferred, note: D-nn }`.",
    "openapi.yaml#/paths/~1a/get/responses/404/x-evidence: `note` is the number of a discrepancy, such as `D-07`.",
  ]);
  const after = yaml(", x-evidence: { basis: documented, source: octopi-holds }", "{ basis: inferred, note: D-07 }");
  expect(await lintYaml("evidence", { "openapi.yaml": after })).toEqual([]);
});

test.each([
  ["{ basis: guessed }", "`basis` is `documented` or `inferred`."],
  ["{ basis: documented }", /^`source` names a vendor page: octopi-service-orders, /],
  ["{ basis: documented, source: hearsay }", /^`source` names a vendor page: octopi-service-orders, /],
  ["{ basis: documented, source: octopi-holds, note: D-07 }", "What is documented has no `note`."],
  ["{ basis: inferred, note: D-07, source: octopi-holds }", "What is inferred has no `source`."],
  ["{ basis: inferred, note: D-07, why: so }", "`why` is no part of `x-evidence`."],
])("evidence: %s is refused on a schema too", async (mark, message) => {
  const yaml = `openapi: 3.1.0\ncomponents: { schemas: { A: { type: object, x-evidence: ${mark} } } }`;
  const [finding, ...others] = await lintYaml("evidence", { "openapi.yaml": yaml });
  expect(others).toEqual([]);
  expect(finding?.replace("openapi.yaml#/components/schemas/A/x-evidence: ", "")).toMatch(message);
});

test("operation-ids: a verb and a noun, in the file that the verb belongs to", async () => {
  const root = "openapi: 3.1.0\npaths: { /a: { $ref: things/member.yaml } }";
  const member = (id: string) => `get: { operationId: ${id} }\n`;
  const lint = (id: string) => lintYaml("operation-ids", { "openapi.yaml": root, "things/member.yaml": member(id) });
  expect(await lint("fetch_thing")).toEqual([
    "things/member.yaml#/get/operationId: Write `operationId` as a verb and a noun, such as `getServiceOrder`; verbs are list, get, create, update, delete, cancel, apply, lift.",
  ]);
  expect(await lint("listThings")).toEqual([
    "things/member.yaml#/get/operationId: Move `listThings` to collection.yaml.",
  ]);
  expect(await lint("getThing")).toEqual([]);
});

test("operation-ids: an API may have verbs of its own", async () => {
  const files = {
    "openapi.yaml": "openapi: 3.1.0\npaths: { /a/wind: { $ref: clocks/wind.yaml } }",
    "clocks/wind.yaml": "post: { operationId: windClock }\n",
  };
  expect(await lintYaml("operation-ids", files, { verbs: ["wind"] })).toEqual([]);
  expect(await lintYaml("operation-ids", files)).toHaveLength(1);
});

test("whole-paths: a path is whole and a server is an origin", async () => {
  const yaml = (path: string, url: string) => `openapi: 3.1.0\nservers: [{ url: '${url}' }]\npaths: { ${path}: {} }`;
  expect(await lintYaml("whole-paths", { "openapi.yaml": yaml("/orders", "https://a.example/api/v1") })).toEqual([
    "openapi.yaml#/servers/0/url: Write an origin only, such as `https://app.octopi.co`; the path belongs into `paths`.",
    "openapi.yaml#/paths/~1orders: Write the whole path: `/api/v1/….json` for Octopi, `/ws/rest/…` for Dataloy.",
  ]);
  expect(await lintYaml("whole-paths", { "openapi.yaml": yaml("/api/v1/orders.json", "https://a.example") })).toEqual(
    [],
  );
});

test("client-hints: a list in pages says how, and a natural key where it stands", async () => {
  const yaml = (paging: string, naturalKey: string) => `
openapi: 3.1.0
paths:
  /things:
    parameters: [{ name: page, in: query }]
    get: { operationId: listThings, parameters: [{ name: per, in: query }]${paging} }
    post: { operationId: createThing${naturalKey} }
  /others:
    get: { operationId: listOthers }`;
  const lint = (paging: string, naturalKey = "") =>
    lintYaml("client-hints", { "openapi.yaml": yaml(paging, naturalKey) });
  const hint = (more: string) => `, x-pagination: { page: page, limit: per, maximum: 9, items: '', key: id, ${more} }`;
  const before = await lint("", ", x-natural-key: { property: number }");
  // The creation shares the page's parameter here, and must say so too.
  expect(before[0]).toMatch(/^openapi.yaml#\/paths\/~1things\/get\/operationId: Say how the list is paged/);
  expect(before).toContainEqual(
    expect.stringMatching(/post\/x-natural-key: Write `x-natural-key: \{ property: \/…, lookup/),
  );
  expect((await lint(hint("total: /count"))).filter((one) => one.includes("/get/"))).toEqual([]);
  for (const [more, message] of [
    ["total: /count, next: /next", /Write one of `total`, `total-header` and `next`/],
    ["total: count", /are JSON pointers into the answer/],
    ["total: /count, cursor: after", /`cursor` is no part of `x-pagination`/],
  ] as const)
    expect((await lint(hint(more)))[0]).toMatch(message);
  expect((await lint(hint("total: /count").replace("limit: per", "limit: size")))[0]).toMatch(/no parameter `size`/);
});

test("described: an operation, a parameter and a property say what they are and show an example", async () => {
  const yaml = (operation: string, parameter: string, property: string) => `
openapi: 3.1.0
paths:
  /a:
    get:
      operationId: getThing${operation}
      parameters:
        - { name: id, in: query, schema: { type: integer }${parameter} }
components:
  schemas:
    A:
      type: object
      properties:
        size: { type: integer${property} }
        kind: { type: string, description: Always \`a\`., const: a }`;
  expect(await lintYaml("described", { "openapi.yaml": yaml("", "", "") })).toEqual([
    "openapi.yaml#/paths/~1a/get: Write a `summary` here.",
    "openapi.yaml#/paths/~1a/get: Write a `description` here.",
    "openapi.yaml#/paths/~1a/get/parameters/0: Write a `description` here.",
    "openapi.yaml#/paths/~1a/get/parameters/0: Write a `example` here.",
    "openapi.yaml#/components/schemas/A/properties/size: Say what `size` is in a `description`.",
    "openapi.yaml#/components/schemas/A/properties/size: Show a value of `size` in `examples: […]`.",
  ]);
  const operation = "\n      summary: Get it\n      description: Gets it.";
  const after = yaml(operation, ", description: Its id., example: 7", ", description: In metres., examples: [7]");
  expect(await lintYaml("described", { "openapi.yaml": after })).toEqual([]);
});

test("sound-schemas: what Redocly lets pass", async () => {
  const yaml = (a: string, b: string, c: string) => `
openapi: 3.1.0
components:
  schemas:
    A: { type: array${a} }
    B: { type: [string, 'null'], enum: [x${b}] }
    C: { type: string, ${c} }`;
  const before = yaml("", "", "pattern: '(', example: y");
  expect(await lintYaml("sound-schemas", { "openapi.yaml": before })).toEqual([
    "openapi.yaml#/components/schemas/A/type: Say what the array holds in `items`; `items: {}` for anything.",
    "openapi.yaml#/components/schemas/B/enum: Add `null` to `enum`, or take `'null'` out of `type`.",
    "openapi.yaml#/components/schemas/C/example: Write `examples: [<value>]`; OpenAPI 3.1 deprecates `example`.",
    "openapi.yaml#/components/schemas/C/pattern: Write a regular expression that JavaScript compiles with the `u` flag.",
  ]);
  const after = yaml(", items: {}", ", null", "pattern: '^y$', examples: [y]");
  expect(await lintYaml("sound-schemas", { "openapi.yaml": after })).toEqual([]);
});

test("own-words: six words in a row from a vendor's page are found", async () => {
  const yaml = (description: string) =>
    `openapi: 3.1.0\ninfo: { title: A, version: '1', description: '${description}' }`;
  const copied = yaml("How many. Value defaults to 10 and accepts up to 100.");
  expect(await lintYaml("own-words", { "openapi.yaml": copied })).toEqual([
    'openapi.yaml#/info/description: "value defaults to 10 and accepts" stands on a vendor page like that. Say it in your own words.',
  ]);
  expect(await lintYaml("own-words", { "openapi.yaml": yaml("From 1 to 100, 10 by default.") })).toEqual([]);
});

test("refusals: what can be sent wrongly documents 400 or 422", async () => {
  const yaml = (type: string, status: string) => `
openapi: 3.1.0
paths:
  /a/{id}:
    parameters: [{ $ref: '#/components/parameters/Id' }]
    get: { operationId: getThing, responses: { '${status}': { description: So } } }
components:
  parameters:
    Id: { name: id, in: path, required: true, schema: { type: ${type} } }`;
  expect(await lintYaml("refusals", { "openapi.yaml": yaml("integer", "200") })).toEqual([
    "openapi.yaml#/paths/~1a~1{id}/get/responses: Document what a wrong request is answered: 400 or 422, as the resource's other operations do.",
  ]);
  expect(await lintYaml("refusals", { "openapi.yaml": yaml("integer", "422") })).toEqual([]);
  expect(await lintYaml("refusals", { "openapi.yaml": yaml("string", "200") })).toEqual([]);
});
