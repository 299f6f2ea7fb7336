import type { Api } from "../api.js";
import { isObject } from "../document.js";
import type { Example, Operation, Parameter } from "../operation.js";

/** Values of a target, by the names of the examples' values whose place they take. */
export type Fixtures = { readonly [name: string]: unknown };

/** The API with the target's own values in its examples: wherever a parameter or a property has such a name. */
export function withFixtures(api: Api, fixtures: Fixtures): Api {
  if (Object.keys(fixtures).length === 0) return api;
  return { ...api, areGiven: true, operations: api.operations.map((one) => inOperation(one, fixtures)) };
}

function inOperation(operation: Operation, fixtures: Fixtures): Operation {
  const { body, parameters } = operation;
  const examples = body?.examples.map(({ name, value }) => ({ name, value: replaced(value, fixtures) })) ?? [];
  return {
    ...operation,
    parameters: parameters.map((one) => ({ ...one, examples: ofParameter(one, fixtures) })),
    body: body && { ...body, examples },
  };
}

function ofParameter({ name, examples }: Parameter, fixtures: Fixtures): readonly Example[] {
  return Object.hasOwn(fixtures, name) ? [{ name: "given", value: fixtures[name] }] : examples;
}

function replaced(value: unknown, fixtures: Fixtures): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, fixtures));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      Object.hasOwn(fixtures, name) ? fixtures[name] : replaced(one, fixtures),
    ]),
  );
}
