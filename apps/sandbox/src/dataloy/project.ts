import type { Entity } from "@quayside/types/dataloy";
import type { FieldTree } from "./fields.js";

/**
 * Leaves of an object what a `fields` tree wants. `key` and `self` always come, names that the object lacks are passed over
 * (D-70), and `"*"` on a sub-object gives its shortest form. An array is addressed like each of its elements.
 */
export function project<One extends Entity>(entity: One, fields: FieldTree): Entity & Partial<One> {
  const { key, self } = entity;
  const wanted = Object.entries(fields).filter(([name]) => Object.hasOwn(entity, name));
  const chosen = wanted.map(([name, inner]) => [name, choose(Reflect.get(entity, name), inner)]);
  return { key, self, ...Object.fromEntries(chosen) };
}

function choose(value: unknown, fields: "*" | FieldTree): unknown {
  if (Array.isArray(value)) return value.map((each) => choose(each, fields));
  return isEntity(value) ? project(value, fields === "*" ? {} : fields) : value;
}

function isEntity(value: unknown): value is Entity {
  return typeof value === "object" && value !== null && "key" in value && "self" in value;
}
