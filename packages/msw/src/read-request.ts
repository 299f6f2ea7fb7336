import type { PlainDefinition } from "./definition.js";
import { readPath } from "./path-pattern.js";

/** A request without the types of its operation. */
export type PlainRequest = {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly request: Request;
};

/**
 * Reads a request that calls the operation, and leaves its body to be read again.
 *
 * @param pattern - The pattern of the operation's path.
 * @throws Error for a path value that cannot be decoded, or a body that is not JSON where the operation takes one.
 */
export async function readRequest(
  definition: PlainDefinition,
  pattern: RegExp,
  request: Request,
): Promise<PlainRequest> {
  const url = new URL(request.url);
  return {
    path: readPath(definition.path, pattern, url),
    query: url.searchParams,
    body: definition.takesBody ? parse(definition, await request.clone().text()) : undefined,
    request,
  };
}

function parse({ operationId }: PlainDefinition, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const found = text === "" ? "empty" : JSON.stringify(text.slice(0, 60));
    throw new Error(`${operationId}: the body of the request is ${found}; send JSON.`);
  }
}
