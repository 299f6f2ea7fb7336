import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";
import { isObject, joinPointer, type Place, splitPointer, target } from "../document.js";
import type { Violation } from "../finding.js";
import { checkKeywords } from "./check-keywords.js";
import { explainErrors, type OtherSchemas } from "./explain-errors.js";
import { type Direction, prepareSchema } from "./prepare-schema.js";
import { schemaPlaces } from "./schema-places.js";
import { openValidator } from "./validator.js";

/** A compiled schema of the document. */
export type Schema = {
  /** Where the schema stands in the document, e.g. `#/components/schemas/ServiceOrder`. */
  readonly pointer: string;
  /** The schema as the document has it. */
  readonly source: unknown;
  /**
   * What is wrong with a value; empty when it is valid. Never throws.
   *
   * @param size - How long the value is as JSON, in characters: of a long one only the first violation is looked for. Default 0.
   */
  check(value: unknown, size?: number): readonly Violation[];
};

/** All schemas of a document, compiled. `at` takes a place where a schema stands in an OpenAPI object, never one inside another schema. */
export type Schemas = { at(place: Place, direction: Direction): Schema };

/** The validator knows schemas by addresses; nothing is ever fetched from them. */
const BASE = "https://contract.invalid/";

/** Of a longer value only the first violation is reported: a million of them would fill the memory. */
const MAX_EXPLAINED_LENGTH = 64_000;

/**
 * Compiles every schema of a document, used or not.
 *
 * @param lazily - Compiles a schema when a value is first held against it, and believes that every one can be. Default false.
 * @throws Error naming the place of a schema that cannot be compiled.
 */
export function compileSchemas(document: unknown, lazily = false): Schemas {
  const places = schemaPlaces(document);
  if (!lazily) checkKeywords(places);
  const request = prepareAll(document, places, "request");
  const response = prepareAll(document, places, "response");
  const inResponses = compileAll(places, response, lazily);
  // Without `readOnly` and `writeOnly` the two do not differ, and one compilation serves both.
  const inRequests =
    JSON.stringify(request) === JSON.stringify(response) ? inResponses : compileAll(places, request, lazily);
  return { at: ({ pointer }, direction) => one(direction === "request" ? inRequests : inResponses, pointer) };
}

function one(schemas: ReadonlyMap<string, Schema>, pointer: string): Schema {
  const schema = schemas.get(pointer);
  if (schema === undefined) throw new Error(`The place ${pointer} is not one where a schema stands.`);
  return schema;
}

function prepareAll(document: unknown, places: readonly Place[], direction: Direction): unknown[] {
  const indices = new Map(places.map(({ pointer }, index) => [pointer, index]));
  const named = places.flatMap((place) => references(place.value)).map((each) => `${each}/`);
  const preparation = {
    document,
    direction,
    address: (reference: string, at: string) => addressOf(document, indices, reference, at),
    isReferredInto: (pointer: string) => named.some((each) => each.startsWith(`${pointer}/`)),
  };
  return places.map((place) => prepareSchema(preparation, place));
}

/** Every `$ref` in a value. One that an example happens to hold does no harm. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === "$ref" && typeof each === "string" ? [each] : references(each),
  );
}

/** The validator's name for what a `$ref` names: that of the schema around it, then the rest of the way. */
function addressOf(document: unknown, indices: ReadonlyMap<string, number>, reference: string, at: string): string {
  if (/^#[A-Za-z_]/.test(reference)) return reference;
  const names = splitPointer(target(document, reference, at).pointer);
  for (let length = names.length; length > 0; length--) {
    const index = indices.get(pointerOf(names.slice(0, length)));
    if (index !== undefined) return address(index) + fragment(names.slice(length));
  }
  throw new Error(`The $ref ${JSON.stringify(reference)} at ${at} names no schema.`);
}

/**
 * The quick validator gives the verdict, and compiles its schemas here. The thorough one only explains: it compiles a schema when a
 * value first breaks it.
 */
function compileAll(places: readonly Place[], prepared: readonly unknown[], lazily: boolean): Map<string, Schema> {
  const quick = openWith(prepared, false);
  const thorough = openWith(prepared, true);
  const others: OtherSchemas = {
    at: (reference) => prepared[Number(reference.slice(BASE.length).replace(/#.*/, ""))],
    explain: (reference, value) => {
      const validate = compiled(reference, reference, thorough);
      return validate(value) ? [] : explainErrors(validate.errors ?? [], others);
    },
  };
  const compileOne = (place: Place, index: number): [string, Schema] => {
    const compile = () => compiled(place.pointer, address(index), quick);
    const validate = lazily ? whenCalled(compile) : compile();
    const explain = (value: unknown) => others.explain(address(index), value);
    return [place.pointer, schemaOf(place, validate, explain, others)];
  };
  return new Map(places.map(compileOne));
}

function openWith(prepared: readonly unknown[], allErrors: boolean): Ajv2020 {
  const validator = openValidator({ allErrors });
  prepared.forEach((schema, index) => {
    // What is no schema was refused by `checkKeywords`.
    validator.addSchema(isObject(schema) ? schema : { allOf: [schema] }, address(index));
  });
  return validator;
}

/** A validator that is compiled when it is first called. */
function whenCalled(compile: () => ValidateFunction): Validate {
  let validate: ValidateFunction | undefined;
  const lazy: Validate = (value) => {
    validate ??= compile();
    const isValid = validate(value);
    lazy.errors = validate.errors;
    return isValid;
  };
  return lazy;
}

/** What is used of the validator's functions. */
type Validate = { (value: unknown): boolean; errors?: ValidateFunction["errors"] };

/** Where the thorough validator should find nothing, the quick one's first error stands. */
function schemaOf(place: Place, validate: Validate, explain: Check, others: OtherSchemas): Schema {
  const check = (value: unknown, size = 0) => {
    if (validate(value)) return [];
    const errors = validate.errors ?? [];
    const all = size > MAX_EXPLAINED_LENGTH ? [] : explain(value);
    return all.length > 0 ? all : explainErrors(errors, others);
  };
  return { pointer: place.pointer, source: place.value, check: (value, size) => guarded(() => check(value, size)) };
}

type Check = (value: unknown) => readonly Violation[];

function compiled(pointer: string, id: string, validator: Ajv2020): ValidateFunction {
  try {
    const validate = validator.getSchema(id);
    if (validate === undefined) throw new Error("it was not found");
    return validate;
  } catch (error) {
    throw new Error(`The schema at ${pointer} cannot be compiled: ${error instanceof Error ? error.message : error}.`);
  }
}

/** A value that is nested deeper than the stack is a finding, not a crash. */
function guarded(check: () => readonly Violation[]): readonly Violation[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ rule: "too-deep", pointer: "", message: "it is nested too deeply to be checked" }];
  }
}

function address(index: number): string {
  return `${BASE}${index}`;
}

function pointerOf(names: readonly string[]): string {
  return names.reduce(joinPointer, "#");
}

/** Names as a fragment of the validator's address; the schema itself when there are none. */
function fragment(names: readonly string[]): string {
  const parts = names.map((each) => encodeURIComponent(joinPointer("", each).slice(1)));
  return parts.length === 0 ? "" : `#/${parts.join("/")}`;
}
