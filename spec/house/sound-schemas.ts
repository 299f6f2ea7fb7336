import type { Context, Node } from "./rule.ts";

type Flaw = [key: string, message: string];

/** Mistakes in a schema that Redocly's own rules let pass. */
export function soundSchemas() {
  return {
    Schema: (schema: Node, context: Context) => {
      for (const [key, message] of flawsOf(schema)) {
        context.report({ message, location: context.location.child([key]).key() });
      }
    },
  };
}

function flawsOf(schema: Node): Flaw[] {
  const types = [schema.type].flat();
  const flaws: Flaw[] = [];
  if (types.includes("array") && !("items" in schema)) {
    flaws.push(["type", "Say what the array holds in `items`; `items: {}` for anything."]);
  }
  if ("example" in schema) flaws.push(["example", "Write `examples: [<value>]`; OpenAPI 3.1 deprecates `example`."]);
  if (types.includes("null") && Array.isArray(schema.enum) && !schema.enum.includes(null)) {
    flaws.push(["enum", "Add `null` to `enum`, or take `'null'` out of `type`."]);
  }
  if (typeof schema.pattern === "string" && !compiles(schema.pattern)) {
    flaws.push(["pattern", "Write a regular expression that JavaScript compiles with the `u` flag."]);
  }
  return flaws;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
