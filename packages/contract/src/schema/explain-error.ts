import type { ErrorObject } from "ajv/dist/2020.js";
import { isObject, joinPointer } from "../document.js";
import type { Rule, Violation } from "../finding.js";
import { describeList, describeValue, withArticle } from "./describe-value.js";
import { MAX_MATCHED_LENGTH } from "./formats.js";

/**
 * Turns one of the validator's errors into a sentence.
 *
 * @param branches - What each branch missed, when the error is that no branch of a `oneOf` or `anyOf` fits.
 */
export function explainError(error: ErrorObject, branches: readonly ErrorObject[]): Violation {
  return (
    explainProperty(error) ?? { rule: ruleOf(error), pointer: error.instancePath, message: sentence(error, branches) }
  );
}

/** Errors that concern one property, which is missing or should not be there: they point at it. */
function explainProperty({ keyword, params, instancePath, data, parentSchema }: ErrorObject): Violation | undefined {
  const at = (rule: Rule, name: unknown, says: string) => {
    return { rule, pointer: joinPointer(instancePath, `${name}`), message: `${shortened(`${name}`)} ${says}` };
  };
  if (keyword === "required") return at("missing-property", params.missingProperty, "is missing; the spec requires it");
  if (keyword === "dependentRequired") {
    return at("missing-property", params.missingProperty, `is missing; the spec requires it beside ${params.property}`);
  }
  const undeclared = params.additionalProperty ?? params.unevaluatedProperty;
  if (undeclared !== undefined)
    return at("undeclared-property", undeclared, "is not declared; the spec allows no other properties here");
  if (keyword === "propertyNames")
    return at("undeclared-property", params.propertyName, "is not allowed as the name of a property");
  if (keyword === "not" && isObject(parentSchema) && parentSchema.writeOnly === true) {
    return {
      rule: "write-only-property",
      pointer: instancePath,
      message: "it is only ever sent; the spec has no answer with it",
    };
  }
  if (keyword !== "false schema") return undefined;
  return {
    rule: "undeclared-property",
    pointer: instancePath,
    message: `${describeValue(data)} is here; the spec allows nothing`,
  };
}

function ruleOf({ keyword }: ErrorObject): Rule {
  return keyword === "type" ? "wrong-type" : "wrong-value";
}

function sentence(error: ErrorObject, branches: readonly ErrorObject[]): string {
  const { keyword, data, params } = error;
  const value = describeValue(data);
  if (keyword === "oneOf" && Array.isArray(params.passingSchemas)) {
    return `${value} fits ${params.passingSchemas.length} alternatives; the spec has exactly one of them`;
  }
  if (keyword === "oneOf" || keyword === "anyOf")
    return `${value} fits no alternative; the spec has ${alternatives(error, branches)}`;
  if ((keyword === "pattern" || keyword === "format") && typeof data === "string" && data.length > MAX_MATCHED_LENGTH) {
    return `it is ${data.length} characters long; more than ${MAX_MATCHED_LENGTH} are not held against ${wanted(error)}`;
  }
  if (keyword === "uniqueItems")
    return `elements ${params.j} and ${params.i} are the same; the spec has no element twice`;
  return `${measured(error) ?? value} is not allowed; the spec has ${wanted(error)}`;
}

/** What each branch wants, when that is said in a few words about the value itself. */
function alternatives({ instancePath, schema }: ErrorObject, branches: readonly ErrorObject[]): string {
  const own = branches.filter((each) => each.instancePath === instancePath && each.keyword !== "required");
  const count = Array.isArray(schema) ? schema.length : branches.length;
  if (own.length !== branches.length || own.length === 0 || own.length > 6) return `${count} of them`;
  return [...new Set(own.map(wanted))].join(", or ");
}

/** Lengths and counts are said instead of the value. */
function measured({ keyword, data }: ErrorObject): string | undefined {
  if (/Length$/.test(keyword) && typeof data === "string") return `a length of ${[...data].length}`;
  if (/(Items|Contains|contains|^items)$/.test(keyword) && Array.isArray(data)) return `an array of ${data.length}`;
  if (/Properties$/.test(keyword) && isObject(data)) return `an object with ${Object.keys(data).length} properties`;
  return undefined;
}

/** What the spec has instead, as the end of a sentence. */
function wanted({ keyword, params, schema, message }: ErrorObject): string {
  if (keyword === "type")
    return [params.type]
      .flat()
      .map((each) => withArticle(`${each}`))
      .join(" or ");
  if (keyword === "enum") return describeList(params.allowedValues);
  if (keyword === "const") return describeValue(params.allowedValue);
  if (keyword === "format") return withArticle(`${params.format}`);
  if (keyword === "pattern") return `the pattern ${params.pattern}`;
  if (keyword === "multipleOf") return `multiples of ${params.multipleOf}`;
  if (typeof params.comparison === "string") return `${params.comparison} ${params.limit}`;
  if (/^min/.test(keyword)) return `at least ${params.limit}`;
  if (/^max|items$/i.test(keyword)) return `at most ${params.limit}`;
  if (keyword === "contains") return `${contained(params)} of a certain kind`;
  return keyword === "not" ? "anything but this" : `${keyword} ${describeValue(schema)} (${message})`;
}

function contained({ minContains, maxContains }: ErrorObject["params"]): string {
  return maxContains === undefined ? `at least ${minContains}` : `at least ${minContains} and at most ${maxContains}`;
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
