import { member, unescapePointer } from "./document.js";
import { childSchemas, schemaParts } from "./schema-parts.js";

/**
 * Whether the spec only infers what it says about a place. The nearest `x-evidence` decides, from the place outwards.
 *
 * @param holders - Schemas of the whole value, and whatever else speaks for it (a parameter, a response).
 * @param pointer - A JSON pointer into the value; empty for the value itself.
 * @returns False where nothing is marked: what is not marked stands on the vendor's page.
 */
export function isInferredIn(document: unknown, holders: readonly unknown[], pointer: string): boolean {
  let schemas: readonly unknown[] = holders;
  let inferred = basisOf(document, schemas) === "inferred";
  for (const part of pointer.split("/").slice(1)) {
    const name = unescapePointer(part);
    schemas = schemas.flatMap((schema) => childSchemas(document, schema, name));
    inferred = (basisOf(document, schemas) ?? (inferred ? "inferred" : undefined)) === "inferred";
  }
  return inferred;
}

/**
 * What `x-evidence` says about a place; undefined when it says nothing.
 *
 * Where one of several schemas for a place is inferred, the place counts as inferred. The alternatives of a union do not
 * speak for the union: what fits none of them breaks the documented ones too.
 */
export function basisOf(document: unknown, schemas: readonly unknown[]): "inferred" | "documented" | undefined {
  const bases = schemas
    .flatMap((schema) => schemaParts(document, schema, ["allOf"]))
    .map((part) => member(part["x-evidence"], "basis"));
  if (bases.includes("inferred")) return "inferred";
  return bases.includes("documented") ? "documented" : undefined;
}
