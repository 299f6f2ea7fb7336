import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { examplesOf } from "./examples-of.ts";
import { type Document, follow, operationsOf, type SpecOperation } from "./spec-document.ts";
import type { PlainDefinition } from "./src/definition.ts";

/**
 * Generates the TypeScript module of one API: a mock per operation, under its operationId, with its examples.
 *
 * @param api - The name of the module that has the API's types, such as `octopi`.
 * @param bundle - The bundled spec, a JSON file.
 * @returns The source text.
 * @throws When the bundle is missing or not JSON, or has what cannot be mocked.
 */
export async function generate(api: string, bundle: URL): Promise<string> {
  const place = fileURLToPath(bundle);
  const document: Document = JSON.parse(await read(bundle, place));
  try {
    const described = Array.from(operationsOf(document), (operation) => describe(document, operation));
    return `${head(api)}${statusesOf(described)}${described.map(mockOf).join("")}`;
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

type Described = { summary: string; definition: PlainDefinition; statuses: Readonly<Record<string, number>> };

function describe(document: Document, { path, method, operation }: SpecOperation): Described {
  const { operationId, summary = "", requestBody } = operation;
  if (operationId === undefined) throw new Error(`${method} ${path} has no operationId.`);
  const { statuses, examples } = examplesOf(document, operation);
  const types = Object.entries(operation.responses ?? {}).map(([status, response]) => {
    return [status, Object.keys(follow(document, response).content ?? {})] as const;
  });
  const takesBody = requestBody !== undefined;
  const definition = { operationId, method, path, takesBody, mediaTypes: Object.fromEntries(types), examples };
  return { summary, definition, statuses };
}

function head(api: string): string {
  return `import type { operations } from "@quayside/types/${api}";
import { mockOperation } from "./mock-operation.js";
import type { OperationMock } from "./operation-types.js";
`;
}

function statusesOf(described: readonly Described[]): string {
  const lines = described.map(
    ({ definition, statuses }) => `  ${definition.operationId}: ${JSON.stringify(statuses)};`,
  );
  return `
/** The names of each operation's examples, with the status that each answers. */
export type Examples = {
${lines.join("\n")}
};
`;
}

/** The call is marked as pure, so that a bundler drops what is not used. */
function mockOf({ summary, definition }: Described): string {
  const { operationId, method, path } = definition;
  const types = `<operations["${operationId}"], Examples["${operationId}"]>`;
  const source = JSON.stringify(definition);
  return `
/** ${summary}: \`${method.toUpperCase()} ${path}\`. */
export const ${operationId}: OperationMock${types} = /* @__PURE__ */ mockOperation${types}(${source});
`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  for (const api of ["octopi", "dataloy"]) {
    const source = await generate(api, new URL(import.meta.resolve(`@quayside/spec/${api}.json`)));
    await writeFile(new URL(`src/${api}-examples.ts`, import.meta.url), source);
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 1;
  });
}
