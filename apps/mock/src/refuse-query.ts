import type { Operation } from "./prism-engine.js";
import type { Query } from "./read-url.js";
import { refuseDiagnostics } from "./refuse-invalid.js";

type Parameter = NonNullable<NonNullable<Operation["request"]>["query"]>[number];

/**
 * Refuses what Prism lets pass in a query: a name that the operation does not have, and an empty text where its parameter takes
 * none, which Prism takes for no value.
 *
 * @throws Refusal - naming each of them.
 */
export function refuseQuery(operation: Operation, query: Query): void {
  const known = new Map(operation.request?.query?.map((parameter) => [parameter.name, parameter]));
  const diagnostics = Object.entries(query).flatMap(([name, value]) => {
    const parameter = known.get(name);
    const path = ["query", name];
    if (parameter === undefined)
      return [{ path, code: "unknown", message: `Request query has no parameter ${JSON.stringify(name)}` }];
    const isEmpty = [value].flat().includes("") && !takesEmpty(parameter);
    return isEmpty ? [{ path, code: "empty", message: `Request query parameter ${name} must not be empty` }] : [];
  });
  if (diagnostics.length > 0) throw refuseDiagnostics(operation, diagnostics);
}

/** Of an array its elements count. */
function takesEmpty({ schema }: Parameter): boolean {
  const items = schema?.items;
  const own = typeof items === "object" && !Array.isArray(items) ? items : schema;
  const parts = [own ?? {}, ...(own?.allOf ?? [])];
  return parts.every((part) => {
    if (typeof part !== "object") return true;
    const { type, enum: values, pattern, format, minLength = 0 } = part;
    const isText = type === undefined || [type].flat().includes("string");
    const matches = pattern === undefined || new RegExp(pattern, "u").test("");
    return isText && (values?.includes("") ?? true) && matches && format === undefined && minLength === 0;
  });
}
