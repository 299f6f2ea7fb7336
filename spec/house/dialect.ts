import type { Context, Node } from "./rule.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** Without this line Prism checks bodies as draft-07, and with OpenAPI's own dialect not at all. */
export function dialect() {
  return {
    Root: (root: Node, context: Context) => {
      if (root.jsonSchemaDialect !== DIALECT) {
        context.report({ message: `Write \`jsonSchemaDialect: ${DIALECT}\`; without it the mock checks less.` });
      }
    },
  };
}
