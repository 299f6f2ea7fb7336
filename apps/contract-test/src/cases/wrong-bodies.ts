import { elements, escapePointer, isObject, member } from "../document.js";
import { childSchemas, schemaParts } from "../schema-parts.js";
import { wrongValues } from "./wrong-values.js";

/** A request body that breaks its schema in one place. */
export type WrongBody = {
  readonly name: string;
  readonly where: string;
  readonly body: unknown;
  /** True when the body has a member that the schema does not know. */
  readonly unknownMember: boolean;
};

/** A name that no schema has. */
const UNKNOWN = "quayside_unknown";

/** Every way to break one rule of a body schema, starting from a body that keeps all of them. */
export function wrongBodies(document: unknown, schema: unknown, body: unknown): WrongBody[] {
  return wrongAt({ document, schema, value: body, where: "", put: (value) => value });
}

/** A place in the body: its schema, the value that stands there, and how to put another one in its stead. */
type Place = {
  readonly document: unknown;
  readonly schema: unknown;
  readonly value: unknown;
  readonly where: string;
  readonly put: (value: unknown) => unknown;
};

function wrongAt(place: Place): WrongBody[] {
  const values = wrongValues(place.document, place.schema).map(({ why, value }) => ({
    name: `${place.where || "body"} ${why}`,
    where: place.where || "body",
    body: place.put(value),
    unknownMember: false,
  }));
  return [...values, ...missingMembers(place), ...unknownMember(place), ...childPlaces(place).flatMap(wrongAt)];
}

function missingMembers({ document, schema, value, where, put }: Place): WrongBody[] {
  if (!isObject(value)) return [];
  const required = new Set(schemaParts(document, schema).flatMap((part) => elements(part.required)));
  return Object.keys(value)
    .filter((name) => required.has(name))
    .map((name) => {
      const { [name]: _, ...rest } = value;
      const missing = `${where}/${escapePointer(name)}`;
      return { name: `without ${missing}`, where: missing, body: put(rest), unknownMember: false };
    });
}

/** Breaks a closed schema only; the contract accepts it elsewhere, and the case is dropped. */
function unknownMember({ value, where, put }: Place): WrongBody[] {
  if (!isObject(value)) return [];
  const unknown = `${where}/${UNKNOWN}`;
  return [
    {
      name: `with the unknown ${unknown}`,
      where: unknown,
      body: put({ ...value, [UNKNOWN]: true }),
      unknownMember: true,
    },
  ];
}

/** Every member that the schema knows, whether it is there or not, and the first element of an array. */
function childPlaces(place: Place): Place[] {
  const { document, schema, value, where, put } = place;
  const child = (name: string, put: Place["put"]): Place[] =>
    childSchemas(document, schema, name).map((childSchema) => ({
      document,
      schema: childSchema,
      value: Array.isArray(value) ? value[0] : member(value, name),
      where: `${where}/${escapePointer(name)}`,
      put,
    }));
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : child("0", (changed) => put([changed, ...value.slice(1)]));
  }
  if (!isObject(value)) return [];
  return propertyNames(place).flatMap((name) => child(name, (changed) => put({ ...value, [name]: changed })));
}

function propertyNames({ document, schema }: Place): string[] {
  const names = schemaParts(document, schema).flatMap((part) => Object.keys(member(part, "properties") ?? {}));
  return [...new Set(names)];
}
