import type { AnyArgument } from "./call.js";
import type { Operation } from "./connection.js";
import type { CallOptions } from "./operation-types.js";

/** A request that a record allows next, as the vendor prints it. */
export type Action = {
  /** The HTTP method. */
  readonly method: string;
  /** Where it leads: of this only path and query count. */
  readonly url: string;
};

type Method = (argument: AnyArgument, options?: CallOptions) => Promise<unknown>;

/**
 * Makes the function that follows an action. Of its URL only path and query are used: it finds the operation, which is then called
 * as always, at the client's own origin.
 */
export function followActions(table: Readonly<Record<string, Operation>>, methods: Readonly<Record<string, Method>>) {
  return async ({ method, url }: Action, argument: AnyArgument = {}, options?: CallOptions): Promise<unknown> => {
    const { pathname, searchParams } = new URL(url, "https://any");
    for (const [id, operation] of Object.entries(table)) {
      const isMeant = operation.isAction && operation.method === method.toUpperCase();
      const path = isMeant && match(operation.path, pathname);
      if (path) return await methods[id]?.({ path, query: Object.fromEntries(searchParams), ...argument }, options);
    }
    throw new TypeError(`follow: ${method} ${pathname} is no action of this client.`);
  };
}

/** The path's values where it fits the template, of which the vendor leaves out `.json` at times. */
function match(template: string, pathname: string): Record<string, string> | undefined {
  const parts = template.replace(/\.json$/, "").split(/\{(.*?)\}/);
  const pattern = parts.map((part, index) => (index % 2 ? "([^/]+?)" : part)).join("");
  const values = new RegExp(`^${pattern}(?:\\.json)?$`).exec(pathname)?.slice(1);
  try {
    return (
      values && Object.fromEntries(values.map((value, index) => [parts[index * 2 + 1], decodeURIComponent(value)]))
    );
  } catch {
    return undefined;
  }
}
