import { namesIn, pointerOf } from "../house/json-pointer.ts";
import type { Bundle } from "./change.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Whom a change at a place is about. */
export type Affected = {
  /** The component that the place is in, e.g. `ServiceOrder`, with the kind of it, e.g. `schemas`. */
  readonly component?: { readonly kind: string; readonly name: string };
  /** operationIds, in the order of the spec; those that use the component, on whatever way. A webhook stands here under its name. */
  readonly operations: readonly string[];
};

/** Tells whom a change is about, by a JSON pointer into the bundle. What is about the API as a whole names nobody. */
export function affectedBy(bundle: Bundle, pointer: string): Affected {
  const names = namesIn(pointer);
  const [section = "", first = "", second = ""] = names;
  if (names.length < (section === "components" ? 3 : 2)) return { operations: [] };
  const { uses, users } = usesOf(bundle);
  if (section !== "components") return { operations: uses.filter((use) => isAt(use.at, pointer)).map(({ id }) => id) };
  const operations = users.get(pointerOf([section, first, second])) ?? [];
  return { component: { kind: first, name: second }, operations };
}

/** Every operationId of a bundle, in the order of the spec. */
export function operationIds(bundle: Bundle): string[] {
  return operationsOf(bundle)
    .filter(({ at }) => at.startsWith("/paths/"))
    .map(({ id }) => id);
}

/** How many operations a bundle has, in words: "1 operation", "18 operations". */
export function countOf(bundle: Bundle): string {
  const { length } = operationIds(bundle);
  return length === 1 ? "1 operation" : `${length} operations`;
}

type Use = { readonly id: string; readonly at: string; readonly parts: readonly unknown[] };
type Uses = { readonly uses: readonly Use[]; readonly users: ReadonlyMap<string, readonly string[]> };

const known = new WeakMap<Bundle, Uses>();

/** The operations of a bundle, and by the pointer of each component those that use it. */
function usesOf(bundle: Bundle): Uses {
  const found = known.get(bundle);
  if (found !== undefined) return found;
  const uses = operationsOf(bundle);
  const users = new Map<string, string[]>();
  for (const { id, parts } of uses) {
    for (const place of reachedFrom(bundle, parts, new Set())) users.set(place, [...(users.get(place) ?? []), id]);
  }
  known.set(bundle, { uses, users });
  return { uses, users };
}

function operationsOf(bundle: Bundle): Use[] {
  return (["paths", "webhooks"] as const).flatMap((section) =>
    Object.entries(bundle[section] ?? {}).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => METHODS.includes(method))
        .map(([method, operation]) => ({
          id: String(operation.operationId ?? path),
          at: pointerOf([section, path, method]),
          parts: [operation, Reflect.get(item, "parameters"), security(operation.security ?? bundle.security)],
        })),
    ),
  );
}

/** Security requirements name their schemes without a `$ref`. */
function security(requirements: unknown): unknown {
  const names = Array.isArray(requirements) ? requirements.flatMap((each) => Object.keys(Object(each))) : [];
  return names.map((name) => ({ $ref: `#${pointerOf(["components", "securitySchemes", name])}` }));
}

/** Whether one of two places holds the other: what stands at a path is about all of its operations. */
function isAt(operation: string, pointer: string): boolean {
  return `${operation}/`.startsWith(`${pointer}/`) || `${pointer}/`.startsWith(`${operation}/`);
}

/** The components that a part of the bundle refers to, and those that they refer to. */
function reachedFrom(bundle: Bundle, part: unknown, reached: Set<string>): Set<string> {
  if (typeof part !== "object" || part === null) return reached;
  if ("$ref" in part && typeof part.$ref === "string" && part.$ref.startsWith("#/")) {
    const names = namesIn(part.$ref.slice(1));
    const place = pointerOf(names);
    if (!reached.has(place)) {
      reached.add(place);
      reachedFrom(
        bundle,
        names.reduce((at: unknown, name) => Object(at)[name], bundle),
        reached,
      );
    }
  }
  for (const member of Object.values(part)) reachedFrom(bundle, member, reached);
  return reached;
}
