import { evidenceLine, linkEntries } from "./evidence-line.ts";
import { asObject, isObject, type Json } from "./json.ts";
import { methods } from "./list-operations.ts";

/**
 * A copy of an OpenAPI document that says in its descriptions what Redoc would not show: the operationId of every operation and the
 * evidence of everything that carries a mark. An operation's name leads to its page. The document itself stays as it is.
 *
 * @param root - The way from the page back to the site's root, with a slash at its end.
 */
export function annotate<Document extends Json>(document: Document, root: string): Document {
  const copy = structuredClone(document);
  visit(copy, root);
  const page = (operationId: string) => ` · [as a page](./${operationId}/)`;
  for (const item of Object.values(asObject(copy.paths))) nameOperations(asObject(item), page);
  for (const item of Object.values(asObject(copy.webhooks))) nameOperations(asObject(item), () => "");
  return copy;
}

function visit(node: unknown, root: string): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, root);
  } else if (isObject(node)) {
    describe(node, root);
    for (const [key, child] of Object.entries(node)) {
      // Below these keys stand names, and a property may be called "default".
      if (["properties", "patternProperties", "schemas"].includes(key)) visit(Object.values(asObject(child)), root);
      else if (!isData(key)) visit(child, root);
    }
  }
}

function describe(node: Json, root: string): void {
  if (typeof node.description === "string") node.description = linkEntries(node.description, root);
  const mark = node["x-evidence"];
  if (mark !== undefined) node.description = append(node.description, evidenceLine(mark, root));
  showBesideReference(node);
}

/** Redoc shows nothing that stands beside a schema's `$ref`; what stands beside an `allOf` of one it does. */
function showBesideReference(node: Json): void {
  if (typeof node.$ref === "string" && node.$ref.includes("/schemas/") && typeof node.description === "string") {
    node.allOf = [{ $ref: node.$ref }];
    delete node.$ref;
  }
}

function nameOperations(item: Json, more: (operationId: string) => string): void {
  for (const [method, operation] of Object.entries(item)) {
    if (!methods.includes(method) || !isObject(operation)) continue;
    const name = String(operation.operationId);
    operation.description = append(operation.description, `*Operation:* \`${name}\`${more(name)}`);
  }
}

function append(description: unknown, line: string): string {
  return typeof description === "string" && description.trim() !== "" ? `${description.trim()}\n\n${line}` : line;
}

/** Keys whose values are data and not parts of the description. */
function isData(key: string): boolean {
  return ["example", "examples", "default", "const", "enum", "x-evidence", "x-codeSamples"].includes(key);
}
