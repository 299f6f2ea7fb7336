import type { Values } from "./cases/case.js";
import { member } from "./document.js";
import type { Operation, Parameter } from "./operation.js";

/** A request that can be sent as it stands. The contract reads it as a `RequestMessage`. */
export type WireRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string;
};

/**
 * Writes a request as it goes over the wire, without credentials. Unlike the client it writes wrong values too.
 */
export function writeRequest(operation: Operation, values: Values): WireRequest {
  const headers = new Headers({ accept: "application/json" });
  for (const [name, value] of Object.entries(values.header ?? {})) headers.set(name, String(value));
  const url = writePath(operation, values) + writeQuery(operation, values);
  if (values.body === undefined) return { method: operation.method, url, headers };
  headers.set("content-type", operation.body?.mediaType ?? "application/json");
  return { method: operation.method, url, headers, body: JSON.stringify(values.body) };
}

function writePath(operation: Operation, values: Values): string {
  return operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values.path?.[name])),
  );
}

function writeQuery(operation: Operation, values: Values): string {
  const pairs = Object.entries(values.query ?? {}).flatMap(([name, value]) =>
    listOf(operation.parameters, name, value).map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** An array is repeated (`explode`, the default in a query) or joined by commas. */
function listOf(parameters: readonly Parameter[], name: string, value: unknown): string[] {
  if (!Array.isArray(value)) return [String(value)];
  const parameter = parameters.find((one) => one.in === "query" && one.name === name);
  return member(parameter?.source, "explode") === false ? [value.join(",")] : value.map(String);
}
