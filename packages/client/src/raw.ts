import type { Client as FetchClient } from "openapi-fetch";
import type { Connection } from "./call.js";
import { fillPath } from "./path.js";
import { writeQuery } from "./query.js";

const METHODS = [
  "request",
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
  "use",
  "eject",
] as const;

/**
 * Makes the openapi-fetch client of a connection.
 *
 * It is loaded when it is first used: it is as large as everything else together, and most programs never use it.
 */
export function rawClient<Paths extends object>(connection: Connection): FetchClient<Paths> {
  let loaded: Promise<FetchClient<Paths>> | undefined;
  const methods = METHODS.map((method) => {
    // Who waits for one promise is served in turn, so a `use` comes before the calls that follow it.
    const sender = async (...call: unknown[]) => {
      loaded ??= load(connection);
      return Reflect.apply((await loaded)[method], undefined, call);
    };
    return [method, sender];
  });
  return Object.fromEntries(methods);
}

async function load<Paths extends object>({ origin, authorize, fetch, timeoutMs }: Connection) {
  const { default: createFetchClient } = await import("openapi-fetch");
  return createFetchClient<Paths>({
    baseUrl: origin,
    redirect: "manual",
    pathSerializer: (template, values) => fillPath(template, values, template),
    querySerializer: (values) => writeQuery(values, "raw"),
    fetch: async (request) => {
      // A copy, so that no middleware gets to see the token.
      const headers = new Headers(request.headers);
      if (!headers.has("authorization")) headers.set("authorization", await authorize());
      const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
      return fetch(new Request(request, { headers, signal }));
    },
  });
}
