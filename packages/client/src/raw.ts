import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { connections } from "./client.js";
import type { WithPaths } from "./operation-types.js";
import { fillPath } from "./path.js";
import { writeQuery } from "./query.js";

/**
 * Gives the openapi-fetch client of a client, for what its methods do not cover. It has the same origin, authentication, time limit and check of path
 * values, and openapi-fetch's behaviour in everything else, so nothing is sent again, no hook hears of it and `maxConcurrent` does not count it: test `response.ok` rather than `error`.
 */
export function rawClient<Paths extends object>(client: WithPaths<Paths>): FetchClient<Paths> {
  const connection = connections.get(client);
  if (!connection) throw new TypeError("This is no client; pass what createOctopiClient or createDataloyClient gave.");
  const { origin, authorize, fetch, timeoutMs } = connection;
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
