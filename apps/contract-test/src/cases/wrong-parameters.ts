import type { Operation, Parameter } from "../operation.js";
import { childSchemas } from "../schema-parts.js";
import type { Values } from "./case.js";
import { withParameter } from "./replay-cases.js";
import { OTHER_TYPE, type WrongValue, wrongValues } from "./wrong-values.js";

/** Arguments of a call with one parameter missing or wrong. */
export type WrongParameter = {
  readonly name: string;
  readonly where: string;
  readonly values: Values;
  readonly parameter: Parameter;
};

/** Every way to break one parameter of an operation, starting from values that keep all rules. */
export function wrongParameters(document: unknown, operation: Operation, values: Values): WrongParameter[] {
  return operation.parameters.flatMap((parameter) => {
    const where = `${parameter.in}.${parameter.name}`;
    const wrong = wrongOnTheWire(document, parameter).map(({ why, value }) => ({
      name: `${parameter.in} ${parameter.name} ${why}`,
      where,
      values: withParameter(values, parameter, value),
      parameter,
    }));
    return parameter.required && parameter.in !== "path" ? [...wrong, missing(values, parameter, where)] : wrong;
  });
}

/**
 * On the wire all is text: no value is of another type than a string, and an array is its elements. An empty path value
 * would call another path.
 */
function wrongOnTheWire(document: unknown, { schema, in: place }: Parameter): WrongValue[] {
  const items = childSchemas(document, schema, "0");
  return (items.length > 0 ? items : [schema])
    .flatMap((one) => wrongValues(document, one))
    .filter(({ why, value }) => typeof value === "string" || (typeof value === "number" && why !== OTHER_TYPE))
    .filter(({ value }) => value !== "" || place !== "path");
}

function missing(values: Values, parameter: Parameter, where: string): WrongParameter {
  const { [parameter.name]: _, ...rest } = values[parameter.in] ?? {};
  return {
    name: `without ${parameter.in} ${parameter.name}`,
    where,
    values: { ...values, [parameter.in]: rest },
    parameter,
  };
}
