import { expect, test } from "vitest";
import { describeType } from "./describe-type.ts";
import { readShape } from "./read-shape.ts";

const document = {
  components: {
    schemas: {
      Time: { type: "string", format: "date-time" },
      Order: { type: "object", properties: { id: { type: "integer" } } },
    },
  },
};
const time = { $ref: "#/components/schemas/Time" };
const order = { $ref: "#/components/schemas/Order" };

test.each([
  [{ type: "integer", minimum: 1, maximum: 1000 }, "integer, 1 to 1,000"],
  [{ type: "integer", minimum: 0 }, "integer, at least 0"],
  [{ type: "number", exclusiveMinimum: 0, maximum: 5 }, "number, at most 5, more than 0"],
  [{ type: "integer", multipleOf: 5, exclusiveMaximum: 50 }, "integer, less than 50, a multiple of 5"],
  [{ type: "string", minLength: 1 }, "string, at least 1 character"],
  [{ type: "string", maxLength: 64 }, "string, at most 64 characters"],
  [{ type: "string", minLength: 2, maxLength: 2 }, "string, exactly 2 characters"],
  [{ type: "string", minLength: 0 }, "string"],
  [{ type: "string", format: "date-time" }, "string, date-time"],
  [{ type: "string", contentEncoding: "base64" }, "string, in base64"],
  [{ type: ["string", "null"] }, "string or null"],
  [{ type: ["string", "null"], format: "date" }, "string, date, or null"],
  [{ type: ["string", "integer"] }, "string or integer"],
  [{ type: "null" }, "null"],
  [{ const: "done" }, "always `done`"],
  [{ const: 5 }, "always `5`"],
  [{ type: "string", enum: ["a", "b", "c"] }, "`a`, `b` or `c`"],
  [{ type: ["string", "null"], enum: ["a", "b|c", null] }, "`a` or `b|c` or null"],
  [{ enum: ["a", null] }, "`a` or null"],
  [{ type: "array", items: { type: "integer" }, minItems: 1 }, "array of integers, at least 1 item"],
  [{ type: "array", items: time, uniqueItems: true }, "array of strings (each date-time), none twice"],
  [{ type: "array", items: { type: ["string", "null"] } }, "array, each item: string or null"],
  [{ type: "array", items: order }, "array of objects"],
  [{ type: "array" }, "array"],
  [{ type: "array", items: { enum: ["a", "b"] } }, "array, each item: `a` or `b`"],
  [
    { type: "array", items: { oneOf: [{ type: "integer" }, { type: "string" }] } },
    "array, each item: integer or string",
  ],
  [{ type: "array", items: { type: "array", items: { type: "number" } } }, "array, each item: array of numbers"],
  [{ oneOf: [time, { type: "null" }] }, "string, date-time, or null"],
  [{ anyOf: [{ type: "integer", minimum: 1 }, { type: "string" }] }, "integer, at least 1, or string"],
  [{ description: "d", allOf: [time] }, "string, date-time"],
  [{ properties: { a: {} } }, "object"],
  [{ type: "object", minProperties: 1 }, "object, at least 1 member"],
  [{}, "anything"],
  [true, "anything"],
])("%j is %s", (schema, words) => {
  expect(describeType(document, readShape(document, schema))).toBe(words);
});
