import type { Operation, Parameter } from "../operation.js";
import { childSchemas } from "../schema-parts.js";
import type { Values } from "./case.js";
import { withParameter } from "./replay-cases.js";
import { sampleOf } from "./right-values.js";
import { OTHER_TYPE, type WrongValue, wrongValues } from "./wrong-values.js";

/** Arguments of a call with one parameter missing, wrong or unknown. */
export type WrongParameter = {
  readonly name: string;
  readonly where: string;
  readonly values: Values;
  /** Undefined where the spec has no such parameter. */
  readonly parameter: Parameter | undefined;
  /** True where the rule itself is our conclusion: that a value is given once, that an unknown name is refused. */
  readonly isConcluded: boolean;
};

/** A name that no spec has. */
const UNKNOWN = "quayside_unknown";

/** Every way to break one parameter of an operation, starting from values that keep all rules. */
export function wrongParameters(document: unknown, operation: Operation, values: Values): WrongParameter[] {
  const wrong = operation.parameters.flatMap((parameter) => {
    const where = `${parameter.in}.${parameter.name}`;
    const changed = wrongOnTheWire(document, parameter).map(({ why, value }) => ({
      name: `${parameter.in} ${parameter.name} ${why}`,
      where,
      values: withParameter(values, parameter, value),
      parameter,
      isConcluded: why === TWICE,
    }));
    return parameter.required && parameter.in !== "path" ? [...changed, missing(values, parameter, where)] : changed;
  });
  // Where nothing is documented that a malformed request is refused with, nothing is due.
  const canRefuse = operation.responses.some(({ status }) => status === "400" || status === "422");
  return canRefuse ? [...wrong, unknown(values)] : wrong;
}

const TWICE = "given twice";

function wrongOnTheWire(document: unknown, parameter: Parameter): WrongValue[] {
  const { schema, in: place } = parameter;
  const items = childSchemas(document, schema, "0");
  const scalars = (items.length > 0 ? items : [schema])
    .flatMap((one) => wrongValues(document, one))
    .filter(canBeWritten)
    // An empty path value would call another path.
    .filter(({ value }) => value !== "" || place !== "path");
  if (place !== "query") return scalars;
  return items.length > 0
    ? [...scalars, ...wrongLists(document, schema)]
    : [...scalars, ...wrongInQuery(document, parameter)];
}

/** On the wire all is text: no value is of another type than a string, and nothing is null. */
function canBeWritten({ why, value }: WrongValue): boolean {
  return typeof value === "string" || (typeof value === "number" && why !== OTHER_TYPE);
}

/** A list is its elements; without any it is not there. */
function wrongLists(document: unknown, schema: unknown): WrongValue[] {
  return wrongValues(document, schema).filter(({ value }) => Array.isArray(value) && value.length > 0);
}

/** What a query can do to a single value: leave it empty, which is no number, and repeat it. */
function wrongInQuery(document: unknown, { schema, examples }: Parameter): WrongValue[] {
  const value = examples[0]?.value ?? sampleOf(document, schema);
  return [
    { why: "without a value", value: "" },
    { why: TWICE, value: [value, value] },
  ];
}

function unknown(values: Values): WrongParameter {
  return {
    name: `with the unknown query ${UNKNOWN}`,
    where: `query.${UNKNOWN}`,
    values: { ...values, query: { ...values.query, [UNKNOWN]: "1" } },
    parameter: undefined,
    isConcluded: true,
  };
}

function missing(values: Values, parameter: Parameter, where: string): WrongParameter {
  const { [parameter.name]: _, ...rest } = values[parameter.in] ?? {};
  return {
    name: `without ${parameter.in} ${parameter.name}`,
    where,
    values: { ...values, [parameter.in]: rest },
    parameter,
    isConcluded: false,
  };
}
