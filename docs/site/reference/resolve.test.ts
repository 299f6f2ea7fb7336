import { expect, test } from "vitest";
import { find, resolve } from "./resolve.ts";

const document = {
  components: {
    responses: {
      Gone: { $ref: "#/components/responses/Lost", description: "Gone." },
      Lost: { description: "Lost.", content: {} },
    },
    schemas: {
      A: { $ref: "#/components/schemas/B" },
      B: { $ref: "#/components/schemas/A" },
      "a/b~c": { type: "null" },
    },
  },
};

test("a reference is followed to its end, and what stands beside it goes first", () => {
  const node = { $ref: "#/components/responses/Gone" };
  expect(resolve(document, node)).toEqual({ description: "Gone.", content: {} });
});

test("slashes, tildes and percent signs in names are found", () => {
  expect(find(document, "#/components/schemas/a~1b~0c")).toEqual({ type: "null" });
  expect(find(document, "#/components/schemas/a%7E1b~0c")).toEqual({ type: "null" });
});

test("a circle and a reference to nothing are named", () => {
  expect(() => resolve(document, { $ref: "#/components/schemas/A" })).toThrow("leads in a circle");
  expect(() => resolve(document, { $ref: "#/components/schemas/C" })).toThrow("#/components/schemas/C leads nowhere");
  expect(() => find(document, "other.yaml#/A")).toThrow("leads nowhere");
});
