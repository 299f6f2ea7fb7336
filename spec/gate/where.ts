import { affectedBy, operationIds } from "./affected.ts";
import type { ApiChanges, Change } from "./change.ts";

const KINDS: Record<string, string> = {
  schemas: "",
  parameters: "parameter ",
  responses: "response ",
  examples: "example ",
  headers: "header ",
  requestBodies: "request body ",
  securitySchemes: "security scheme ",
};
// A line names as many operations; of more, the number of the rest.
const NAMED = 4;

/**
 * Names whom a change is about: "`getServiceOrder`", or "`ServiceOrder` in `getServiceOrder` and `listServiceOrders`", or "the whole API".
 */
export function whereOf({ released, today }: ApiChanges, { pointer, isGone }: Change): string {
  const bundle = (isGone ? released : today) ?? today ?? released;
  if (bundle === undefined) return "the whole API";
  const { component, operations } = affectedBy(bundle, pointer);
  const all = operationIds(bundle).length;
  if (component === undefined) return operations.length === 0 ? "the whole API" : list(operations, all);
  const name = `${KINDS[component.kind] ?? `${component.kind} `}\`${component.name}\``;
  return operations.length === 0 ? name : `${name} in ${list(operations, all)}`;
}

function list(operations: readonly string[], all: number): string {
  if (operations.length > NAMED && operations.length >= all) return "all operations";
  const names = operations.slice(0, NAMED).map((id) => `\`${id}\``);
  const rest = operations.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ").replace(/, ([^,]*)$/, " and $1");
}
