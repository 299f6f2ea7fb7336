import { type Context, isFilled, isText, type Node, type Visit } from "./rule.ts";

/** Everything that a reader meets says what it is and shows an example. */
export function described() {
  return {
    Operation: needs("summary", "description"),
    Parameter: needs("description", "example"),
    Header: needs("description", "example"),
    Response: needs("description"),
    Tag: needs("description"),
    Example: needs("summary"),
    MediaType: needs("examples"),
    Schema: (node: Node, context: Context) => {
      if (context.location.pointer === "#/") needs("description")(node, context);
    },
    SchemaProperties: (properties: Node, context: Context) => {
      for (const [name, property] of Object.entries(properties)) checkProperty(name, property as Node, context);
    },
  };
}

function needs(...wanted: string[]): Visit {
  return (node, context) => {
    for (const key of wanted) {
      if (!has(node, key)) context.report({ message: `Write a \`${key}\` here.`, location: context.location.key() });
    }
  };
}

function checkProperty(name: string, property: Node, context: Context): void {
  if ("$ref" in property) return;
  const location = context.location.child([name]).key();
  if (!isText(property.description)) {
    context.report({ message: `Say what \`${name}\` is in a \`description\`.`, location });
  }
  if (isScalar(property) && !("const" in property) && !isFilled(property.examples)) {
    context.report({ message: `Show a value of \`${name}\` in \`examples: […]\`.`, location });
  }
}

function has(node: Node, key: string): boolean {
  if (key === "examples") return isFilled(node.examples);
  if (key === "example") return node.example !== undefined || isFilled(node.examples);
  return isText(node[key]);
}

function isScalar({ type }: Node): boolean {
  const types = Array.isArray(type) ? type : [type];
  return types.some((each) => ["string", "number", "integer", "boolean"].includes(each));
}
