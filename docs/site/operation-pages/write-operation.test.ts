import { expect, test } from "vitest";
import { readOperations } from "./read-operations.ts";
import { writeOperation } from "./write-operation.ts";

const inferred = { basis: "inferred", note: "D-42" };
const orders = {
  info: { title: "Orders API" },
  security: [{ Key: [] }],
  paths: {
    "/orders/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      get: {
        operationId: "getOrder",
        summary: "Get an order",
        tags: ["Orders"],
        security: [{}, { Key: [] }],
        responses: { "200": { $ref: "#/components/responses/Order" }, "204": { description: "Nothing." } },
      },
      put: {
        operationId: "updateOrder",
        summary: "Update an order",
        description: "Sets what is <b>named</b> (D-07).",
        tags: ["Orders"],
        parameters: [{ name: "dry|run", in: "query", schema: { type: "boolean", default: false } }],
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/Order" }, example: { note: "```" } },
          },
        },
        responses: {
          "200": { $ref: "#/components/responses/Order" },
          "201": { $ref: "#/components/responses/Order" },
          "500": { description: "It failed.", content: { "text/html": { example: "<p>500</p>" } } },
        },
      },
    },
  },
  components: {
    securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key", description: "A key." } },
    parameters: {
      Id: { name: "id", in: "path", required: true, description: "Its id.", schema: { type: "integer" }, example: 7 },
    },
    responses: {
      Order: {
        description: "The order.",
        "x-evidence": inferred,
        headers: { ETag: { description: "Its state.", schema: { type: "string" } } },
        content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } },
      },
    },
    schemas: {
      Order: {
        type: "object",
        description: "An order.",
        additionalProperties: false,
        required: ["note"],
        properties: {
          note: {
            type: ["string", "null"],
            description: "Free text, `a|b`.",
            examples: ["x"],
            "x-evidence": inferred,
          },
        },
      },
    },
  },
};

const operations = readOperations(orders, { "/paths/~1orders~1{id}/put": "orders/member.yaml:9" });
const api = { id: "octopi", name: "Orders", document: orders, operations };
const guides = [
  { file: "guides/update.md", title: "Updates", source: "`octopi.updateOrder({})`" },
  { file: "guides/other.md", title: "Others", source: "octopi.getOrder, dataloy.updateOrder, octopi.updateOrders" },
];
const entries = new Map([
  ["D-42", "Success codes"],
  ["D-07", "Names"],
  ["D-08", "Unnamed"],
]);

test("a page says all of its operation, in Markdown alone", () => {
  const page = writeOperation(api, pick("updateOrder"), [], { guides, entries });
  expect(page).toBe(`# Update an order: updateOrder (Orders)

\`\`\`http
PUT /orders/{id}
\`\`\`

Sets what is \\<b>named\\</b> ([D-07](../../discrepancies.md#d-07)).

Orders of the [Orders API](/reference/octopi/#updateOrder). Written in \`spec/orders/member.yaml\`. In [the client](../../client/octopi.md): \`octopi.updateOrder(…)\`.

## Credentials

- \`Key\`, a key in the header \`X-Key\`. A key.

More: [credentials](../../guides/credentials.md).

## Parameters

| Parameter | In | Type | Meaning |
| --- | --- | --- | --- |
| \`id\` | path, required | integer | Its id. Example: \`7\`. |
| \`dry\\|run\` | query | boolean | Default: \`false\`. |

## Request body

Required body: \`application/json\`, object. An order. Properties that are not named here are refused.

| Property | Type | Presence | Meaning |
| --- | --- | --- | --- |
| \`note\` | string or null | required | Free text, \`a\\|b\`. Example: \`x\`. *Inferred:* see [D-42](../../discrepancies.md#d-42) |

Example: \`example\`

\`\`\`\`json
{
  "note": "\`\`\`"
}
\`\`\`\`

## Answers

### Answer 200

The order.

*Inferred:* see [D-42](../../discrepancies.md#d-42)

| Header | Type | Meaning |
| --- | --- | --- |
| \`ETag\` | string | Its state. |

Body: \`application/json\`, object. An order. Properties that are not named here are refused.

| Property | Type | Presence | Meaning |
| --- | --- | --- | --- |
| \`note\` | string or null | required | Free text, \`a\\|b\`. Example: \`x\`. *Inferred:* see [D-42](../../discrepancies.md#d-42) |

### Answer 201

The order.

*Inferred:* see [D-42](../../discrepancies.md#d-42)

| Header | Type | Meaning |
| --- | --- | --- |
| \`ETag\` | string | Its state. |

The same body as [answer 200](#answer-200).

### Answer 500

It failed.

Body: \`text/html\`, anything.

Example: \`example\`

\`\`\`html
<p>500</p>
\`\`\`

## See also

- [Get an order](getOrder.md): \`getOrder\`
- [Updates](../../guides/update.md)
- [D-07](../../discrepancies.md#d-07) Names
- [D-42](../../discrepancies.md#d-42) Success codes
`);
});

test("what is optional is said to be: credentials, bodies", () => {
  const page = writeOperation(api, pick("getOrder"), [], { guides: [], entries });
  expect(page).toContain("None, or:\n\n- `Key`");
  expect(page).toContain("### Answer 204\n\nNothing.\n\nNo body.");
  expect(page).not.toMatch(/## (Samples|Request body)/);
});

test.each([
  [
    { total: "/total_count", items: "/orders" },
    "The rows are in `orders`, their number over all pages in `total_count`.",
  ],
  [{ next: "/actions/next", items: "/orders" }, "in `orders`, the address of the next page in `actions.next`."],
  [{ "total-header": "Total", items: "" }, "The rows are the body, their number over all pages in the header `Total`."],
])("how a list is paged is said: %j", (hint, sentence) => {
  const pagination = { page: "page", limit: "per", maximum: 100, ...hint };
  const page = writeOperation(api, { ...pick("getOrder"), pagination }, [], { guides: [], entries });
  expect(page).toContain("`page` is the page, `per` how many rows it has, at most 100.");
  expect(page).toContain(sentence);
});

test("samples stand above what is looked up, each below what it calls with", () => {
  const samples = [{ lang: "Shell", label: "curl", source: "curl http://127.0.0.1/orders/7\n" }];
  const page = writeOperation(api, pick("getOrder"), samples, { guides: [], entries });
  expect(page).toContain("## Samples\n\n### curl\n\n```shell\ncurl http://127.0.0.1/orders/7\n```\n\n## Credentials");
});

test("a creation with a key of the caller's says how it is found again", () => {
  const naturalKey = { property: "/order/number", lookup: "getOrder" };
  const page = writeOperation(api, { ...pick("updateOrder"), naturalKey }, [], { guides: [], entries });
  expect(page).toContain("is found again by `order.number`, with [getOrder](getOrder.md)");
});

test("a parameter with a long description has it below the table", () => {
  const description = "Keeps what meets a condition.\n\n- `EQ` equal\n- `NE` not equal";
  const examples = { one: { summary: "Final", value: ["status(EQ)FIN"] } };
  const filter = { name: "Filter", in: "query", description, schema: { type: "array" }, examples };
  const page = writeOperation(api, { ...pick("getOrder"), parameters: [filter] }, [], { guides: [], entries });
  expect(page).toContain("| `Filter` | query | array | Keeps what meets a condition. [More below](#filter). |");
  expect(page).toContain('### `Filter`\n\n- `EQ` equal\n- `NE` not equal\n\nExamples:\n\n- Final: `["status(EQ)FIN"]`');
});

function pick(operationId: string) {
  const found = operations.find((operation) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`${operationId} is missing.`);
  return found;
}
