import { elements, escapePointer, isObject, member } from "../document.js";
import { childSchemas, schemaParts } from "../schema-parts.js";
import type { Known } from "./known-values.js";
import { rightValues } from "./right-values.js";

/** A request body that keeps its schema, changed in one place. */
export type RightBody = {
  readonly name: string;
  /** Pointer to what was changed; empty for the body. */
  readonly where: string;
  readonly body: unknown;
};

/** The bodies that differ from one in one place each, by a value that the schema allows there or by what may be left out. */
export function rightBodies(document: unknown, schema: unknown, body: unknown, known: Known): RightBody[] {
  return rightAt({ document, known, schema, value: body, where: "", put: (value) => value });
}

/** A place in the body: its schema, the value that stands there, and how to put another one in its stead. */
type Place = {
  readonly document: unknown;
  readonly known: Known;
  readonly schema: unknown;
  readonly value: unknown;
  readonly where: string;
  readonly put: (value: unknown) => unknown;
};

/** A pointer with `#` for elements, as what is known is filed. */
export function patternOf(where: string): string {
  return where.replace(/\/\d+(?=\/|$)/g, "/#");
}

function rightAt(place: Place): RightBody[] {
  const { document, known, schema, where, put } = place;
  const values = rightValues(document, schema, known, patternOf(where));
  const bodies = values.map(({ why, value }) => ({ name: `${where || "body"} ${why}`, where, body: put(value) }));
  if (known.valuesAt(patternOf(where)) !== undefined) return bodies;
  // What is not there is looked into as it may be at its fullest.
  const value = place.value ?? values.findLast((one) => typeof one.value === "object")?.value;
  return [...bodies, ...missingMembers(place), ...childPlaces({ ...place, value }).flatMap(rightAt)];
}

function missingMembers({ document, known, schema, value, where, put }: Place): RightBody[] {
  if (!isObject(value)) return [];
  const required = schemaParts(document, schema).flatMap((part) => elements(part.required));
  const needed = [...required, ...known.membersAt(patternOf(where))];
  return Object.keys(value)
    .filter((name) => !needed.includes(name))
    .map((name) => {
      const { [name]: _, ...rest } = value;
      const missing = `${where}/${escapePointer(name)}`;
      return { name: `without ${missing}`, where: missing, body: put(rest) };
    });
}

/** Every member that the schema knows, whether it is there or not, and the first element of an array. */
function childPlaces(place: Place): Place[] {
  const { document, schema, value, where, put } = place;
  const child = (name: string, inner: unknown, putInner: Place["put"]): Place[] =>
    childSchemas(document, schema, name).map((childSchema) => ({
      ...place,
      schema: childSchema,
      value: inner,
      where: `${where}/${escapePointer(name)}`,
      put: putInner,
    }));
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : child("0", value[0], (changed) => put([changed, ...value.slice(1)]));
  }
  if (!isObject(value)) return [];
  const names = new Set(schemaParts(document, schema).flatMap((part) => Object.keys(Object(part.properties))));
  return [...names].flatMap((name) =>
    child(name, member(value, name), (changed) => put({ ...value, [name]: changed })),
  );
}
