import type { Api } from "../api.js";
import { elements, unescapePointer } from "../document.js";
import type { Operation } from "../operation.js";
import { valuesAt } from "../pointer.js";
import { childSchemas, schemaParts } from "../schema-parts.js";
import { flatSchemas, typesOf } from "./flat-schema.js";
import { valueIn } from "./put-value.js";
import { BONDS, COMBINATIONS, type Combination, REFERENCES } from "./references.js";
import { documentedValues } from "./replay-cases.js";

/** What is known of the values of an operation beside its schemas. Places are written as in {@link Combination}. */
export type Known = {
  /** The only values to be sent in a place; undefined where the schema alone decides. */
  valuesAt(place: string): readonly unknown[] | undefined;
  /** What an object must have beside what its schema requires. */
  membersAt(place: string): readonly string[];
  /** The property in which all elements of a list differ. */
  uniqueAt(place: string): string | undefined;
  readonly combinations: readonly Combination[];
};

/** Of what is only described by a schema. */
export const NOTHING_KNOWN: Known = {
  valuesAt: () => undefined,
  membersAt: () => [],
  uniqueAt: () => undefined,
  combinations: [],
};

/**
 * What is known of an operation's values: references to records keep to documented ones. Where a target's own values stand
 * in the examples, they keep to those alone, for of its other records nothing is known.
 */
export function knownOf(
  { name, document, areGiven }: Pick<Api, "name" | "document" | "areGiven">,
  operation: Operation,
): Known {
  const isOwn = (one: { readonly operations: readonly string[] }) => one.operations.includes(operation.operationId);
  const tables = COMBINATIONS[name].filter(isOwn);
  const combinations = areGiven ? tables.map((table) => withGiven(table, operation)) : tables;
  const bonds = BONDS[name].filter(isOwn);
  const isReference = (place: string) => REFERENCES[name].some((one) => `${one.in}.${one.name}` === keyOf(place));
  return {
    valuesAt(place) {
      const table = combinations.find(({ places }) => places.includes(place));
      if (table !== undefined) return columnOf(table, place);
      return isReference(place) ? documentedAt(document, operation, place, areGiven) : undefined;
    },
    membersAt: (place) => bonds.flatMap((bond) => (bond.place === place && "members" in bond ? bond.members : [])),
    uniqueAt: (place) => bonds.flatMap((bond) => (bond.place === place && "unique" in bond ? [bond.unique] : []))[0],
    combinations,
  };
}

/** What a list is asked for names no record that must be there; all else keeps to the first example. */
function withGiven(table: Combination, operation: Operation): Combination {
  if (table.places.every((place) => place.startsWith("query."))) return table;
  const values = { ...documentedValues(operation), body: operation.body?.examples[0]?.value };
  const row = table.places.map((place) =>
    place.startsWith("/") ? valuesAt(values.body, place)[0] : valueIn(values, place),
  );
  return { ...table, rows: [row] };
}

/** The different values of a place in the rows of a table; undefined, which leaves the place out, is none. */
function columnOf({ places, rows }: Combination, place: string): unknown[] {
  const index = places.indexOf(place);
  return distinct(rows.map((row) => row[index]).filter((value) => value !== undefined));
}

/** A property counts by its name, wherever in a body it stands. */
function keyOf(place: string): string {
  if (!place.startsWith("/")) return place;
  return `body.${unescapePointer(place.split("/").at(-1) ?? "")}`;
}

/** The documented values of a place, those of the operation's own examples first; null where the schema allows it. */
function documentedAt(document: unknown, operation: Operation, place: string, areGiven: boolean): unknown[] {
  const { examples, schemas } = place.startsWith("/")
    ? inBody(document, operation, place)
    : inParameter(operation, place);
  const flats = schemas.flatMap((schema) => flatSchemas(document, schema));
  const ofSchemas = areGiven ? [] : schemas.flatMap((schema) => examplesOf(document, schema));
  const none = flats.some((flat) => typesOf(flat).includes("null")) ? [null] : [];
  return distinct([...examples, ...ofSchemas, ...none]);
}

function inParameter({ parameters }: Operation, place: string) {
  const parameter = parameters.find((one) => `${one.in}.${one.name}` === place);
  return { examples: (parameter?.examples ?? []).map(({ value }) => value), schemas: [parameter?.schema] };
}

function inBody(document: unknown, { body }: Operation, place: string) {
  const below = (schemas: readonly unknown[], part: string) =>
    schemas.flatMap((schema) => childSchemas(document, schema, part === "#" ? "0" : unescapePointer(part)));
  return {
    examples: (body?.examples ?? []).flatMap(({ value }) => valuesAt(value, place)),
    schemas: place.split("/").slice(1).reduce(below, [body?.schema]),
  };
}

/** Examples of a property win over those of the schema that it refers to, which may speak of other properties. */
function examplesOf(document: unknown, schema: unknown): readonly unknown[] {
  const lists = schemaParts(document, schema).map((part) => elements(part.examples));
  return lists.find((list) => list.length > 0) ?? [];
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
