import { isObject, type JsonObject, joinPointer, memberOf, membersOf, type Place, target } from "../document.js";
import { decideBranch, readBranch } from "./decide-branch.js";
import { branches } from "./schema-facts.js";
import { ANNOTATIONS, ONE_SCHEMA, PLAIN, SCHEMA_LIST, SCHEMA_MAP } from "./schema-keywords.js";

/** Which way a message goes: `readOnly` and `writeOnly` mean something in one direction only. */
export type Direction = "request" | "response";

/** What preparing a schema needs to know of the whole document. */
export type Preparation = {
  readonly document: unknown;
  readonly direction: Direction;
  /** The address under which the validator knows what a `$ref` names; throws when it names no schema. */
  address(reference: string, at: string): string;
  /** Whether a `$ref` names something inside of a place; a `oneOf` there has to stay as it is. */
  isReferredInto(pointer: string): boolean;
};

/**
 * Turns a schema of the document into one for the validator: annotations dropped, `$ref`s addressed, `oneOf` decided.
 *
 * @throws Error naming the place of an unknown keyword: a misspelt one would demand nothing, and everything would pass.
 */
export function prepareSchema(preparation: Preparation, place: Place): unknown {
  if (!isObject(place.value)) return place.value;
  const schema = { pointer: place.pointer, value: place.value };
  const prepared = Object.fromEntries(membersOf(place).flatMap((member) => prepareMember(preparation, member, schema)));
  const decided = [...decide(preparation, place, "oneOf"), ...decide(preparation, place, "anyOf")];
  if (decided.length === 0) return prepared;
  return { ...prepared, allOf: [...(Array.isArray(prepared.allOf) ? prepared.allOf : []), ...decided] };
}

/** Stands for a `writeOnly` property in answers: no value meets it, and the mark says why. */
const NEVER_ANSWERED = { not: {}, writeOnly: true };

type Member = Place & { readonly name: string };

function prepareMember(preparation: Preparation, member: Member, schema: Place<JsonObject>): [string, unknown][] {
  const { name, value } = member;
  if (name === "$ref") return [[name, preparation.address(String(value), schema.pointer)]];
  if (name === "required") return [[name, requiredHere(preparation, schema)]];
  if (name === "pattern") checkPattern(String(value), member.pointer);
  if (PLAIN.has(name)) return [[name, value]];
  if (ONE_SCHEMA.has(name)) return [[name, prepareSchema(preparation, member)]];
  if (isDecided(preparation, member)) return [];
  if (SCHEMA_LIST.has(name)) return [[name, branches(schema, name).map((each) => prepareSchema(preparation, each))]];
  if (SCHEMA_MAP.has(name)) return [[name, prepareMap(preparation, member)]];
  if (ANNOTATIONS.has(name) || name.startsWith("x-") || isDialect(member)) return [];
  throw new Error(
    `The schema at ${schema.pointer} cannot be compiled: ${JSON.stringify(name)} is no keyword that is understood here. ` +
      "Correct its spelling, or begin it with x-.",
  );
}

function isDialect({ name, value }: Member): boolean {
  return name === "$schema" && value === "https://json-schema.org/draft/2020-12/schema";
}

function isDecided({ isReferredInto }: Preparation, { name, pointer }: Member): boolean {
  return (name === "oneOf" || name === "anyOf") && !isReferredInto(pointer);
}

function decide(preparation: Preparation, place: Place, keyword: "oneOf" | "anyOf"): readonly JsonObject[] {
  const alternatives = branches(place, keyword);
  if (alternatives.length === 0 || preparation.isReferredInto(joinPointer(place.pointer, keyword))) return [];
  const read = alternatives.map((each) => readBranch(preparation.document, each, prepareSchema(preparation, each)));
  const discriminator = prepareDiscriminator(preparation, memberOf(place, "discriminator"), alternatives);
  return decideBranch(keyword, read).map((each) =>
    Object.hasOwn(each, keyword) ? { ...each, ...discriminator } : each,
  );
}

/** The values of a discriminator with the addresses of their branches: those of its mapping, and the names of the schemas. */
function prepareDiscriminator(preparation: Preparation, place: Place, alternatives: readonly Place[]): JsonObject {
  if (!isObject(place.value)) return {};
  const addresses = new Map<string, string>();
  for (const { pointer, value } of alternatives) {
    const reference = isObject(value) ? value.$ref : undefined;
    if (typeof reference === "string")
      addresses.set(reference.slice(reference.lastIndexOf("/") + 1), preparation.address(reference, pointer));
  }
  for (const { name, pointer, value } of membersOf(memberOf(place, "mapping"))) {
    const reference = String(value).includes("/") ? String(value) : `#/components/schemas/${value}`;
    addresses.set(name, preparation.address(reference, pointer));
  }
  return { discriminator: { propertyName: place.value.propertyName, addresses } };
}

function prepareMap(preparation: Preparation, map: Member): JsonObject {
  const pairs = membersOf(map).map((member): [string, unknown] => {
    if (map.name === "properties" && member.name === "__proto__") {
      throw new Error(`The schema at ${member.pointer} cannot be compiled: a property of this name cannot be checked.`);
    }
    if (map.name === "patternProperties") checkPattern(member.name, member.pointer);
    const hidden =
      map.name === "properties" && preparation.direction === "response" && isMarked(preparation, member, "writeOnly");
    return [member.name, hidden ? NEVER_ANSWERED : prepareSchema(preparation, member)];
  });
  return Object.fromEntries(pairs);
}

/** Patterns are Unicode patterns, as JSON Schema recommends. */
function checkPattern(pattern: string, pointer: string): void {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    throw new Error(`The schema at ${pointer} cannot be compiled: ${error instanceof Error ? error.message : error}.`);
  }
}

/** In a request nobody can be asked for what is `readOnly`, nor in a response for what is `writeOnly`. */
function requiredHere(preparation: Preparation, { pointer, value }: Place<JsonObject>): unknown {
  const mark = preparation.direction === "request" ? "readOnly" : "writeOnly";
  const properties = membersOf({ pointer: joinPointer(pointer, "properties"), value: value.properties });
  const marked = properties.filter((each) => isMarked(preparation, each, mark)).map(({ name }) => name);
  return Array.isArray(value.required) ? value.required.filter((name) => !marked.includes(name)) : value.required;
}

/** Whether a schema, or what its `$ref` names, is `readOnly` or `writeOnly`. */
function isMarked({ document }: Preparation, place: Place, mark: "readOnly" | "writeOnly"): boolean {
  const seen = new Set<string>();
  for (let found = place; isObject(found.value) && !seen.has(found.pointer); ) {
    if (found.value[mark] === true) return true;
    seen.add(found.pointer);
    const reference = found.value.$ref;
    if (typeof reference !== "string" || !reference.startsWith("#/")) return false;
    found = target(document, reference, found.pointer);
  }
  return false;
}
