import { expect, test } from "vitest";
import { readPreferences } from "./prefer.js";

test.each([
  [null, {}],
  ["", {}],
  ["code=404", { status: 404 }],
  ["code=404, example=not-found", { status: 404, example: "not-found" }],
  ['example="a, \\"b\\"",CODE = 200', { status: 200, example: 'a, "b"' }],
  ["dynamic=true,code=200", { status: 200, dynamic: true }],
  ["dynamic", { dynamic: true }],
  ["dynamic=false", { dynamic: false }],
  ["respond-async, wait=10; foo=bar, code=201;x=y", { status: 201 }],
  ["example=", { example: "" }],
])("Prefer: %s means %j", (header, preferences) => {
  expect(readPreferences(header)).toEqual(preferences);
});

test.each([
  ["code=abc"],
  ["code=99"],
  ["code=600"],
  ["code"],
  ["code=404 example=x"],
  ["=1"],
  ["code=4é4"],
  ["dynamic=maybe"],
  ["dynamic=true, example=x"],
  ['example="open'],
])("Prefer: %s is refused", (header) => {
  expect(() => readPreferences(header)).toThrow(/Prefer/);
});
