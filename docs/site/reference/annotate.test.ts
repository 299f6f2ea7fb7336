import { expect, test } from "vitest";
import { annotate } from "./annotate.ts";

const inferred = { basis: "inferred", note: "D-42" };

test("a response shows what it rests on, below its description", () => {
  const document = { responses: { "200": { description: "The order.", "x-evidence": inferred } } };
  expect(annotate(document, "../../").responses["200"].description).toBe(
    "The order.\n\n*Inferred:* see [D-42](../../discrepancies/#d-42)",
  );
});

test("what has no description gets the mark alone", () => {
  const marked = annotate({ schema: { type: "string", "x-evidence": inferred, description: "" } }, "");
  expect(marked.schema.description).toBe("*Inferred:* see [D-42](discrepancies/#d-42)");
});

test("a mark beside the $ref of a schema is shown too", () => {
  const reference = { $ref: "#/components/schemas/Status", description: "Its state.", "x-evidence": inferred };
  expect(annotate({ properties: { status: reference } }, "").properties.status).toMatchObject({
    allOf: [{ $ref: "#/components/schemas/Status" }],
    description: expect.stringContaining("Its state.\n\n*Inferred:*"),
  });
});

test("a reference to something else than a schema stays one", () => {
  const document = { responses: { "404": { $ref: "#/components/responses/NotFound", description: "None." } } };
  expect(annotate(document, "")).toEqual(document);
});

test("properties whose names are keywords are described like any other", () => {
  const schema = {
    properties: { default: { type: "string", "x-evidence": inferred }, description: { type: "string" } },
  };
  expect(annotate(schema, "").properties).toMatchObject({ default: { description: expect.stringContaining("D-42") } });
});

test("examples are left as they are", () => {
  const document = { examples: { one: { value: { description: "D-42", "x-evidence": "data" } } } };
  expect(annotate(document, "")).toEqual(document);
});

test("every operation and webhook says its operationId, and an operation where its page is", () => {
  const document = {
    paths: { "/orders": { get: { operationId: "listOrders", description: "Lists." }, parameters: [] } },
    webhooks: { created: { post: { operationId: "orderCreated" } } },
  };
  const { paths, webhooks } = annotate(document, "");
  expect(paths["/orders"].get.description).toBe("Lists.\n\n*Operation:* `listOrders` · [as a page](./listOrders/)");
  expect(webhooks.created.post).toMatchObject({ description: "*Operation:* `orderCreated`" });
});

test("the document itself is not touched", () => {
  const document = { responses: { "200": { description: "D-42", "x-evidence": inferred } } };
  const before = structuredClone(document);
  annotate(document, "");
  expect(document).toEqual(before);
});
