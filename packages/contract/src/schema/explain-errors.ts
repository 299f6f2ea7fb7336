import type { ErrorObject } from "ajv/dist/2020.js";
import { isObject } from "../document.js";
import type { Violation } from "../finding.js";
import { explainError } from "./explain-error.js";

/** What explaining needs to know of other schemas, which have an address each. */
export type OtherSchemas = {
  /** The schema that a `$ref` leads to, or one around it. */
  at(address: string): unknown;
  /** Holds a value against the schema at an address and explains what is wrong. */
  explain(address: string, value: unknown): readonly Violation[];
};

/** Keywords that say in one error that all their attempts failed. */
const SUMMARIES = ["oneOf", "anyOf", "contains", "propertyNames"];

/** More errors than this are not looked at: they are many of a kind. */
const MAX_ERRORS = 1_000;

/**
 * Turns the validator's errors into sentences, and leaves out those that only follow from another: what each branch of a `oneOf`
 * missed, and properties that count as undeclared only because the branch that declares them failed.
 */
export function explainErrors(errors: readonly ErrorObject[], others: OtherSchemas): Violation[] {
  const first = errors.slice(0, MAX_ERRORS);
  const told = withoutBranches(
    first.filter(({ keyword }) => keyword !== "if"),
    others,
  );
  const real = told.filter(({ error }) => !isUnevaluated(error));
  const kept = told.filter(({ error }) => !isUnevaluated(error) || !real.some((each) => isUnder(each.error, error)));
  const violations = kept.flatMap(
    (each) => explainChosen(each.error, others) ?? [explainError(each.error, each.branches)],
  );
  return violations.length > 0 ? violations : first.map((error) => explainError(error, []));
}

type Told = { readonly error: ErrorObject; readonly branches: readonly ErrorObject[] };

/** The validator lists what every attempt missed, then that none succeeded. */
function withoutBranches(errors: readonly ErrorObject[], others: OtherSchemas): Told[] {
  const told: Told[] = [];
  for (const error of errors) {
    const branches: ErrorObject[] = [];
    const attempts = SUMMARIES.includes(error.keyword) ? schemasIn(error.schema, others) : new Set();
    for (let last = told.at(-1); last !== undefined; last = told.at(-1)) {
      if (!isUnder(last.error, error) || !attempts.has(last.error.parentSchema)) break;
      branches.unshift(last.error);
      told.pop();
    }
    told.push({ error, branches });
  }
  return told;
}

/** All schemas that are looked into on the way through one, behind `$ref`s too. */
function schemasIn(schema: unknown, others: OtherSchemas, found = new Set<unknown>()): Set<unknown> {
  if (typeof schema !== "object" || schema === null || found.has(schema)) return found;
  found.add(schema);
  for (const [name, value] of Object.entries(schema)) {
    schemasIn(name === "$ref" ? others.at(String(value)) : value, others, found);
  }
  return found;
}

/** A `discriminator` tells which branch was meant: what is wrong is what that branch misses. */
function explainChosen(error: ErrorObject, others: OtherSchemas): readonly Violation[] | undefined {
  const discriminator = isObject(error.parentSchema) ? error.parentSchema.discriminator : undefined;
  if ((error.keyword !== "oneOf" && error.keyword !== "anyOf") || !isObject(discriminator) || !isObject(error.data))
    return undefined;
  const { propertyName, addresses } = discriminator;
  const name = String(propertyName);
  const chosen = Object.hasOwn(error.data, name) ? error.data[name] : undefined;
  if (!(addresses instanceof Map) || typeof chosen !== "string" || !addresses.has(chosen)) return undefined;
  const inside = others.explain(String(addresses.get(chosen)), error.data);
  if (inside.length === 0) return undefined;
  return inside.map((each) => ({ ...each, pointer: error.instancePath + each.pointer }));
}

function isUnevaluated({ keyword }: ErrorObject): boolean {
  return keyword === "unevaluatedProperties" || keyword === "unevaluatedItems";
}

function isUnder(error: ErrorObject, { instancePath }: ErrorObject): boolean {
  return `${error.instancePath}/`.startsWith(`${instancePath}/`);
}
