import type { JsonObject, Place } from "../document.js";
import { type Facts, factsOf, type JsonType } from "./schema-facts.js";

/** A branch of a `oneOf` or `anyOf`: what is certain about it, and the schema to put in its place. */
export type Branch = { readonly facts: Facts; readonly schema: unknown };

/** Reads what is certain about a branch. */
export function readBranch(document: unknown, place: Place, schema: unknown): Branch {
  return { facts: factsOf(document, place), schema };
}

/**
 * Writes a `oneOf` or `anyOf` as a decision where no value can fit two branches: by the value's type, or by a required property
 * that each branch fixes to its own values. The decision accepts exactly the same values, and a value that fits nothing is then
 * held against the one branch that it chose, not against all of them.
 *
 * @returns Schemas that must all hold.
 */
export function decideBranch(keyword: "oneOf" | "anyOf", branches: readonly Branch[]): readonly JsonObject[] {
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return [{ allOf: [only.schema] }];
  return decideByType(keyword, branches) ?? decideByProperty(keyword, branches) ?? [asItIs(keyword, branches)];
}

function asItIs(keyword: "oneOf" | "anyOf", branches: readonly Branch[]): JsonObject {
  return { [keyword]: branches.map(({ schema }) => schema) };
}

function decideByType(keyword: "oneOf" | "anyOf", branches: readonly Branch[]): JsonObject[] | undefined {
  const groups = apart(branches, ({ facts }) => facts.types);
  if (groups === undefined) return undefined;
  const cases = groups.map(({ keys, members }) => choose({ type: typeNames(keys) }, decideBranch(keyword, members)));
  return [{ type: typeNames(groups.flatMap(({ keys }) => [...keys])) }, ...cases];
}

function decideByProperty(keyword: "oneOf" | "anyOf", branches: readonly Branch[]): JsonObject[] | undefined {
  if (!branches.every(({ facts }) => facts.types.size === 1 && facts.types.has("object"))) return undefined;
  for (const name of branches[0]?.facts.fixed.keys() ?? []) {
    if (!branches.every(({ facts }) => facts.fixed.has(name))) continue;
    const groups = apart(branches, ({ facts }) => facts.fixed.get(name) ?? new Set<string>());
    if (groups === undefined) continue;
    const holds = (keys: readonly string[]) => ({ type: "object", required: [name], ...withProperty(name, keys) });
    const cases = groups.map(({ keys, members }) => choose(holds([...keys]), decideBranch(keyword, members)));
    return [holds(groups.flatMap(({ keys }) => [...keys])), ...cases];
  }
  return undefined;
}

function choose(condition: JsonObject, consequences: readonly JsonObject[]): JsonObject {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: condition, then: { allOf: consequences } };
}

function withProperty(name: string, keys: readonly string[]): JsonObject {
  return { properties: Object.fromEntries([[name, { enum: keys.map((each) => JSON.parse(each)) }]]) };
}

/** `integer` is said by `number` already. */
function typeNames(types: Iterable<JsonType>): JsonType[] {
  const names = new Set(types);
  return [...names].filter((each) => each !== "integer" || !names.has("number"));
}

type Group<Key> = { readonly keys: ReadonlySet<Key>; readonly members: readonly Branch[] };

/** Puts branches with a key in common into one group, so that no key is in two groups; undefined when that parts nothing. */
function apart<Key>(
  branches: readonly Branch[],
  keysOf: (branch: Branch) => ReadonlySet<Key>,
): Group<Key>[] | undefined {
  let groups: Group<Key>[] = [];
  for (const branch of branches) {
    const keys = keysOf(branch);
    const touching = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const merged = {
      keys: new Set([...touching.flatMap((group) => [...group.keys]), ...keys]),
      members: [...touching.flatMap((group) => group.members), branch],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.length > 1 && groups.every(({ keys }) => keys.size > 0) ? groups : undefined;
}
