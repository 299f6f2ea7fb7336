import { describe, expect, test } from "vitest";
import { API_NAMES, openApi } from "../api.js";
import { unescapePointer } from "../document.js";
import { findOperation, type Operation } from "../operation.js";
import { childSchemas, schemaParts } from "../schema-parts.js";
import { BONDS, COMBINATIONS, REFERENCES } from "./references.js";

describe.each(API_NAMES)("%s", (name) => {
  const { document, operations } = openApi(name);

  test("every reference is a parameter or a property of a request", () => {
    const known = operations.flatMap(({ parameters, body }) => [
      ...parameters.map((one) => `${one.in}.${one.name}`),
      ...propertiesIn(body?.schema).map((property) => `body.${property}`),
    ]);
    expect(REFERENCES[name].map((one) => `${one.in}.${one.name}`).filter((one) => !known.includes(one))).toEqual([]);
  });

  test("every path parameter is a reference", () => {
    const inPath = operations.flatMap(({ parameters }) => parameters.filter((one) => one.in === "path"));
    const references = REFERENCES[name].filter((one) => one.in === "path").map((one) => one.name);
    expect(inPath.map((one) => one.name).filter((one) => !references.includes(one))).toEqual([]);
  });

  test("every place of a combination and of a bond is there", () => {
    const places = [
      ...COMBINATIONS[name].flatMap((one) =>
        one.operations.flatMap((id) => one.places.map((place) => ({ id, place }))),
      ),
      ...BONDS[name].flatMap(({ operations: ids, place }) => ids.map((id) => ({ id, place }))),
    ];
    expect(places.filter(({ id, place }) => !hasPlace(findOperation(operations, id), place))).toEqual([]);
  });

  test("every row of a combination has a value for each place", () => {
    for (const { places, rows } of COMBINATIONS[name]) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(places.length);
    }
  });

  test("no place is in two combinations of an operation", () => {
    const places = COMBINATIONS[name].flatMap((one) =>
      one.operations.flatMap((id) => one.places.map((place) => `${id} ${place}`)),
    );
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  function propertiesIn(schema: unknown, above: readonly unknown[] = []): string[] {
    if (schema === undefined || above.includes(schema)) return [];
    const inside = [...above, schema];
    return schemaParts(document, schema).flatMap((part) => [
      ...propertiesIn(part.items, inside),
      ...Object.entries(Object(part.properties)).flatMap(([property, one]) => [property, ...propertiesIn(one, inside)]),
    ]);
  }

  function hasPlace({ parameters, body }: Operation, place: string): boolean {
    if (!place.startsWith("/")) return parameters.some((one) => `${one.in}.${one.name}` === place);
    const below = (schemas: unknown[], part: string) =>
      schemas.flatMap((schema) => childSchemas(document, schema, part === "#" ? "0" : unescapePointer(part)));
    return place.split("/").slice(1).reduce(below, [body?.schema]).length > 0;
  }
});
