import { dataloy } from "../dataloy.js";
import { octopi } from "../octopi.js";
import { type Operation, openEngine } from "../prism-engine.js";

/** Every operation of both bundles, by API and operationId: `["Octopi", "getServiceOrder", operation]`. */
export async function everyOperation(): Promise<[string, string, Operation][]> {
  const engine = openEngine();
  const perApi = [octopi(), dataloy()].map(async ({ name, document }) => {
    const operations = await engine.readOperations(document);
    return operations.map((operation): [string, string, Operation] => [name, operation.iid ?? "", operation]);
  });
  return (await Promise.all(perApi)).flat();
}

/** Paths that many tests use. */
export const ORDERS = "/api/v1/service_orders.json";
export const ORDER = "/api/v1/service_orders/SO%2F1.json";

/** A value for `Authorization` that both an API's tenant and the mock would take. */
export const AUTHORIZATION: Readonly<Record<string, string>> = { Octopi: "Token token=key", Dataloy: "Bearer key" };

/** What a sample request may have in place of the defaults. */
export type Changes = { headers?: Record<string, string>; body?: unknown };

/** A valid request to an operation, made of the document's own examples. */
export function sampleRequest(api: string, operation: Operation, changes: Changes = {}): Request {
  const body = "body" in changes ? changes.body : exampleBodies(operation)[0]?.[1];
  const headers = new Headers({ authorization: AUTHORIZATION[api] ?? "", ...changes.headers });
  if (body !== undefined) headers.set("content-type", "application/json");
  const init = { method: operation.method.toUpperCase(), headers };
  return new Request(`http://mock.test${samplePath(operation)}`, {
    ...init,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The named examples of an operation's request body. */
export function exampleBodies(operation: Operation): [string, unknown][] {
  const examples = operation.request?.body?.contents?.flatMap((content) => content.examples ?? []) ?? [];
  return examples.map((example) => [example.key, "value" in example ? example.value : undefined]);
}

/** The named examples of an operation's answer with a status, per media type. */
export function exampleAnswers(
  operation: Operation,
  status: string,
): { mediaType: string; key: string; value: unknown }[] {
  const contents = operation.responses.find(({ code }) => code === status)?.contents ?? [];
  return contents.flatMap(({ mediaType, examples = [] }) =>
    examples.map((example) => ({ mediaType, key: example.key, value: "value" in example ? example.value : undefined })),
  );
}

/** An operation's path with the first example of each parameter in it. */
export function samplePath(operation: Operation): string {
  return operation.path.replace(/\{([^}]+)\}/g, (_, name) => {
    const example = operation.request?.path?.find((parameter) => parameter.name === name)?.examples?.[0];
    return encodeURIComponent(String(example !== undefined && "value" in example ? example.value : 1));
  });
}
