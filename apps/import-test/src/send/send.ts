import type { Collection, ImportedRequest, Variables } from "../collection.ts";

/** Headers that take the place of a request's own. */
export type Headers = Readonly<Record<string, string>>;

/**
 * Sends all requests of a collection in their order, as the runner of a program does.
 *
 * @returns The statuses of those that were not answered with a success, by their names.
 */
export async function findRefused({ requests }: Collection, variables: Variables, headers: Headers) {
  const refused: Record<string, number> = {};
  for (const request of requests) {
    const answer = await send(request, variables, headers);
    await answer.arrayBuffer();
    if (!answer.ok) refused[request.name] = answer.status;
  }
  return refused;
}

/** Sends one request. */
export function send(request: ImportedRequest, variables: Variables, headers: Headers): Promise<Response> {
  const { method, url, headers: own, body } = request.toHttp(variables);
  return fetch(url, { method, headers: { ...own, ...headers }, ...(body === undefined ? {} : { body }) });
}
