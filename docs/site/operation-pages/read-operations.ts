import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { asList, asObject, asText, type Json } from "../reference/json.ts";
import { listOperations } from "../reference/list-operations.ts";
import { bundleFile, type OpenApiDocument, readBundle } from "../reference/read-bundle.ts";
import { resolve } from "../reference/resolve.ts";

/** An API whose operations have pages. */
export interface Api {
  /** Its part of an address, such as `octopi`. */
  id: string;
  /** Such as `Octopi TOS`. */
  name: string;
  document: OpenApiDocument;
  operations: Operation[];
}

/** An operation with its references followed, but for those in schemas. */
export interface Operation {
  operationId: string;
  /** In upper case. */
  method: string;
  path: string;
  summary: string;
  tag: string;
  description: string;
  /** Those of the path first. */
  parameters: Json[];
  requestBody?: Json;
  responses: { status: string; response: Json }[];
  /** The alternatives of which one must be kept; an empty one needs nothing. */
  security: Json[];
  pagination?: Json;
  naturalKey?: Json;
  /** The file that it is written in, below `spec/`: `octopi/holds/member.yaml`. */
  source: string;
}

/**
 * Reads the operations of an API from its bundle.
 *
 * @throws When the spec has not been built.
 */
export async function readApi({ id, name }: { id: string; name: string }): Promise<Api> {
  const document = await readBundle(id);
  return { id, name, document, operations: readOperations(document, readSources(id)) };
}

/**
 * Reads the operations of a document.
 *
 * @param sources - Where each part of it is written, by JSON pointer: `octopi/holds/member.yaml:4`.
 */
export function readOperations(document: OpenApiDocument, sources: Readonly<Record<string, string>>): Operation[] {
  return listOperations(document).map((link) => {
    const item = asObject(document.paths[link.path]);
    const method = link.method.toLowerCase();
    const node = asObject(item[method]);
    return {
      ...link,
      description: asText(node.description),
      parameters: [...asList(item.parameters), ...asList(node.parameters)].map((one) => resolve(document, one)),
      ...(node.requestBody === undefined ? {} : { requestBody: resolve(document, node.requestBody) }),
      responses: Object.entries(asObject(node.responses)).map(([status, response]) => ({
        status,
        response: resolve(document, response),
      })),
      security: asList(node.security ?? document.security).map(asObject),
      ...(node["x-pagination"] === undefined ? {} : { pagination: asObject(node["x-pagination"]) }),
      ...(node["x-natural-key"] === undefined ? {} : { naturalKey: asObject(node["x-natural-key"]) }),
      source: sources[`/paths/${escapeKey(link.path)}/${method}`]?.replace(/:\d+$/, "") ?? "",
    };
  });
}

function readSources(id: string): Record<string, string> {
  // It lies beside the bundle.
  const file = new URL(`${id}.lines.json`, pathToFileURL(bundleFile(`${id}.json`)));
  return JSON.parse(readFileSync(file, "utf8"));
}

function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
