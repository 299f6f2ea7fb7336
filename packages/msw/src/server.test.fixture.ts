import { createDataloyClient, type DataloyClient } from "@quayside/client/dataloy";
import { createOctopiClient, type OctopiClient } from "@quayside/client/octopi";
import { getResponse, type RequestHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/** Serves handlers to the tests of a file; what a test adds is gone after it. A request that none answers is an error. */
export function serving(handlers: readonly RequestHandler[]): { use: (...added: RequestHandler[]) => void } {
  const server = setupServer(...handlers);
  beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return { use: (...added) => server.use(...added) };
}

/** A client of Octopi that sends nothing twice, and what it was answered. */
export function octopiAt(origin: string): { client: OctopiClient; answers: Response[] } {
  const { fetch, answers } = recording();
  return { client: createOctopiClient({ origin, token: "key", retry: false, fetch }), answers };
}

/** A client of a Dataloy tenant that sends nothing twice, and what it was answered. */
export function dataloyAt(origin: string): { client: DataloyClient; answers: Response[] } {
  const { fetch, answers } = recording();
  const auth = { username: "user", password: "password" };
  return { client: createDataloyClient({ origin, auth, retry: false, fetch }), answers };
}

function recording(): { fetch: (request: Request) => Promise<Response>; answers: Response[] } {
  const answers: Response[] = [];
  const fetchAndKeep = async (request: Request): Promise<Response> => {
    const response = await fetch(request);
    answers.push(response.clone());
    return response;
  };
  return { fetch: fetchAndKeep, answers };
}

/** What a handler answers to a request, without a server; undefined when it leaves the request to others. */
export function answerOf(
  handler: RequestHandler,
  method: string,
  url: string,
  body?: string,
): Promise<Response | undefined> {
  return getResponse([handler], new Request(url, { method, ...(body === undefined ? {} : { body }) }));
}
