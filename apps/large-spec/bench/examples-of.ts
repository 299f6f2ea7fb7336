import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** An answer that a description gives as an example. */
export interface Example {
  readonly operationId: string;
  readonly status: number;
  readonly body: string;
}

type Node = Record<string, unknown>;

/** Reads the bundle that a mirrored workspace has made. */
export async function readBundle(mirror: string): Promise<Node> {
  return JSON.parse(await readFile(join(mirror, "spec/dist/octopi.json"), "utf8"));
}

/** Every example of an answer in JSON, in the document's order. */
export function examplesOf(document: Node): Example[] {
  const operations = Object.values(document.paths as Node).flatMap((item) => Object.values(item as Node));
  return operations.flatMap((operation) => {
    const { operationId, responses } = Object(operation) as { operationId?: string; responses?: Node };
    if (operationId === undefined) return [];
    return Object.entries(responses ?? {}).flatMap(([status, response]) =>
      valuesOf(document, response).map((value) => ({
        operationId,
        status: Number(status),
        body: JSON.stringify(value),
      })),
    );
  });
}

function valuesOf(document: Node, response: unknown): unknown[] {
  const content = Object(Object(follow(document, response)).content)["application/json"];
  return Object.values(Object(Object(content).examples)).map((example) => Object(follow(document, example)).value);
}

function follow(document: Node, node: unknown): unknown {
  const reference: unknown = Object(node).$ref;
  if (typeof reference !== "string") return node;
  return reference
    .split("/")
    .slice(1)
    .reduce((at: unknown, name) => Object(at)[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
