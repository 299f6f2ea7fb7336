import type { Context, Node } from "./rule.ts";

/** What can be sent wrongly can be refused: such an operation documents 400 or 422, or its mock refuses with a surprise. */
export function refusals() {
  return {
    PathItem: (item: Node, context: Context & { resolve(node: unknown): { node: unknown } }) => {
      for (const [method, operation] of Object.entries(item)) {
        if (!isOperation(operation)) continue;
        const parameters = [item.parameters, operation.parameters].flat().map((each) => context.resolve(each).node);
        const schemas = parameters.map((each) => context.resolve((each as Node | undefined)?.schema).node);
        const canBeWrong = "requestBody" in operation || schemas.some((schema) => isNarrow(schema as Node | undefined));
        if (!canBeWrong || "400" in operation.responses || "422" in operation.responses) continue;
        const message = "Document what a wrong request is answered: 400 or 422, as the resource's other operations do.";
        context.report({ message, location: context.location.child([method, "responses"]).key() });
      }
    },
  };
}

function isOperation(value: unknown): value is { responses: Node; parameters?: unknown } {
  return typeof value === "object" && value !== null && "operationId" in value && "responses" in value;
}

/** A path or query value is text, so only a schema that asks for more can refuse it. */
function isNarrow(schema: Node | undefined): boolean {
  return schema !== undefined && (schema.type !== "string" || "pattern" in schema || "enum" in schema);
}
