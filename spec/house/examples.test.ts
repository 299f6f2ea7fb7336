import { expect, test } from "vitest";
import dataloy from "../dist/dataloy.json" with { type: "json" };
import octopi from "../dist/octopi.json" with { type: "json" };
import sandbox from "../dist/sandbox.json" with { type: "json" };
import { mediaTypesOf, unknownNames } from "./unknown-names.ts";

test.each([
  ["octopi", octopi],
  ["dataloy", dataloy],
  ["sandbox", sandbox],
])("%s: no example has a name that its schema does not know", (_, bundle) => {
  const stray = mediaTypesOf(bundle).flatMap(({ schema, examples }) =>
    Object.entries(examples).flatMap(([name, example]) =>
      unknownNames(bundle, schema, example).map((at) => `${name}${at}`),
    ),
  );
  expect(stray).toEqual([]);
});

test("a name in one branch of a union is known, a misspelt one is not", () => {
  const schema = {
    oneOf: [{ properties: { a: {} } }, { allOf: [{ properties: { b: { items: { properties: { c: {} } } } } }] }],
  };
  expect(unknownNames({}, schema, { a: 1, b: [{ c: 1, d: 2 }], bb: 3 })).toEqual(["/b/0/d", "/bb"]);
});
