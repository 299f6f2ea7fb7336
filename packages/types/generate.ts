import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTS, { addJSDocComment, astToString } from "openapi-typescript";
import ts from "typescript";
import { type Bundle, operationsOf, operationTable } from "./operation-table.ts";

/**
 * Generates the TypeScript module of one API: the types, then the operation table.
 *
 * @param bundle - The bundled spec, a JSON file.
 * @returns The source text.
 * @throws When the bundle is missing, is not JSON or not OpenAPI, or has names that TypeScript code could not use.
 */
export async function generate(bundle: URL): Promise<string> {
  const place = fileURLToPath(bundle);
  const document = parse(await read(bundle, place), place);
  try {
    refuseUnusableNames(Object.keys(document.components?.schemas ?? {}));
    const table = operationTable(document);
    return `${astToString(await types(document))}${table}`;
  } catch (error) {
    throw new Error(`${place}: ${messageOf(error)}`);
  }
}

async function read(bundle: URL, place: string): Promise<string> {
  try {
    return await readFile(bundle, "utf8");
  } catch (error) {
    throw new Error(`There is no spec bundle at ${place} (${messageOf(error)}). Run "pnpm build" at the root first.`);
  }
}

function parse(text: string, place: string): Bundle {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Error(`${place} is not JSON (${messageOf(error)}). Run "pnpm --filter @quayside/spec build" again.`);
  }
  if (!isBundle(document)) {
    throw new Error(`${place} is not an OpenAPI 3.1 document with paths. See spec/redocly.yaml for what is bundled.`);
  }
  return document;
}

function isBundle(document: unknown): document is Bundle {
  if (typeof document !== "object" || document === null || !("openapi" in document) || !("paths" in document)) {
    return false;
  }
  return /^3\.1\./.test(String(document.openapi)) && typeof document.paths === "object" && document.paths !== null;
}

// The generated code itself uses the second group; the first is what `in globalThis` cannot see.
const TAKEN = new Set(["Window", "Document", "Element", "Node", "Location"]);
for (const name of ["Record", "Omit", "Pick", "Partial", "Required", "Readonly", "WithRequired"]) TAKEN.add(name);

/** A schema called `Error` or `Event` would hide the global one in every file that imports it. */
function refuseUnusableNames(names: string[]): void {
  for (const name of names) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      throw new Error(`the schema name "${name}" is no type name. Name the schema's file in PascalCase, once per API.`);
    }
    if (name in globalThis || TAKEN.has(name)) {
      throw new Error(
        `the schema name "${name}" hides a global of JavaScript. Rename its file, e.g. ${name}Body.yaml.`,
      );
    }
  }
}

async function types(document: Bundle): Promise<ts.Node[]> {
  // The generator mutates what it is given.
  const nodes = await openapiTS(JSON.stringify(document), {
    silent: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    // A default does not make a property of a request required; `required` alone does.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transformProperty: markAction,
  });
  describeOperations(nodes, document);
  return nodes;
}

/** A request that the spec leads to an operation by `x-operation` says so in its type. */
function markAction(property: ts.PropertySignature, schema: object): ts.PropertySignature | undefined {
  if (!("x-operation" in schema) || property.type === undefined) return undefined;
  const { factory } = ts;
  const id = factory.createLiteralTypeNode(factory.createStringLiteral(String(schema["x-operation"])));
  const mark = factory.createTypeReferenceNode("LeadsTo", [id]);
  const type = factory.createIntersectionTypeNode([property.type, mark]);
  return factory.updatePropertySignature(property, property.modifiers, property.name, property.questionToken, type);
}

/** openapi-typescript describes operations in `paths` only; the client's methods have their descriptions from `operations`. */
function describeOperations(nodes: ts.Node[], document: Bundle): void {
  const operations = nodes.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "operations");
  if (operations === undefined || !ts.isInterfaceDeclaration(operations)) return;
  const described = new Map(
    Array.from(operationsOf(document), ([, , operation]) => [operation.operationId, operation]),
  );
  for (const member of operations.members) {
    const name =
      member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : "";
    const { summary, description, deprecated } = described.get(name) ?? {};
    if (ts.isPropertySignature(member)) addJSDocComment({ summary, description, deprecated }, member);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  for (const api of ["octopi", "dataloy", "sandbox"]) {
    const source = await generate(new URL(import.meta.resolve(`@quayside/spec/${api}.json`)));
    // The folder holds nothing that git tracks, so a fresh clone has none.
    await mkdir(new URL("src", import.meta.url), { recursive: true });
    await writeFile(new URL(`src/${api}.ts`, import.meta.url), source);
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 1;
  });
}
