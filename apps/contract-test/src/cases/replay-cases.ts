import { isInferredIn } from "../is-inferred-in.js";
import type { Example, Operation, Parameter } from "../operation.js";
import type { ValidCase, Values } from "./case.js";

/**
 * Every documented request of an operation: one case for each example of its body, and one for each further example of
 * each parameter. Every case carries the first example of all that is required.
 */
export function replayCases(document: unknown, operation: Operation): ValidCase[] {
  const base = requiredValues(operation);
  const bodies = (operation.body?.examples ?? []).map((example) => ({
    name: `body ${example.name}`,
    values: { ...base, body: example.value },
    inferred: false,
  }));
  const plain =
    operation.body?.required === true ? [] : [{ name: "no more than is required", values: base, inferred: false }];
  const withBody = { ...base, ...firstBody(operation) };
  const further = operation.parameters
    .filter((one) => one.in !== "path")
    .flatMap((parameter) =>
      furtherExamples(parameter).map((example) => ({
        name: `${parameter.in} ${parameter.name}: ${example.name}`,
        values: withParameter(withBody, parameter, example.value),
        inferred: isInferredIn(document, [parameter.source, parameter.schema], ""),
      })),
    );
  const cases = [...plain, ...bodies, ...furtherPaths(document, operation, withBody), ...further];
  return cases.map((one) => ({ kind: "valid", operationId: operation.operationId, asked: undefined, ...one }));
}

/** Path parameters are one address: examples of one name belong together. */
function furtherPaths(document: unknown, { parameters }: Operation, values: Values) {
  const inPath = parameters.filter((one) => one.in === "path");
  const names = new Set(inPath.flatMap((one) => one.examples.slice(1).map(({ name }) => name)));
  return [...names].map((name) => {
    const named = inPath.flatMap((parameter) => {
      const example = parameter.examples.find((one) => one.name === name);
      return example === undefined ? [] : [{ parameter, example }];
    });
    const holders = named.flatMap(({ parameter }) => [parameter.source, parameter.schema]);
    return {
      name: `path: ${name}`,
      values: named.reduce((sum, { parameter, example }) => withParameter(sum, parameter, example.value), values),
      inferred: isInferredIn(document, holders, ""),
    };
  });
}

/** A documented request with all that is required and nothing else: the first example of each value. */
export function documentedValues(operation: Operation): Values {
  return { ...requiredValues(operation), ...(operation.body?.required === true ? firstBody(operation) : {}) };
}

/** The values with one parameter set. */
export function withParameter(values: Values, parameter: Parameter, value: unknown): Values {
  return { ...values, [parameter.in]: { ...values[parameter.in], [parameter.name]: value } };
}

function requiredValues(operation: Operation): Values {
  const required = operation.parameters.filter((parameter) => parameter.required);
  return required.reduce<Values>(
    (values, parameter) => withParameter(values, parameter, parameter.examples[0]?.value),
    {},
  );
}

function firstBody(operation: Operation): Values {
  const [example] = operation.body?.examples ?? [];
  return example === undefined ? {} : { body: example.value };
}

/** The first example of a required parameter is in every case already. */
function furtherExamples(parameter: Parameter): readonly Example[] {
  return parameter.required ? parameter.examples.slice(1) : parameter.examples;
}
