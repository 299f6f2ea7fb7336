import { expect } from "vitest";
import type { ModelCall } from "../call.js";
import type { Stage } from "../play.js";
import { ORIGIN, send } from "../send.js";
import type { RawRequest } from "./broken-requests.js";

/** What an answer must not tell: words of databases, and lines of a stack trace. */
const LEAK =
  /select |insert into|sqlite|postgres|kysely|syntax error|relation "|\bat (Object|async|new|file|node)\b|node_modules|\.[jt]s:\d/i;

let sequences = 0;

/**
 * Sends requests that may be anything. Each one must be answered: as the spec says, which the sandbox checks by itself and answers 500
 * otherwise, or with an error of 4xx in the form of its API, that tells nothing of the insides. After them the session still answers.
 */
export async function standUpTo(stage: Stage, requests: readonly RawRequest[]): Promise<void> {
  sequences += 1;
  stage.faults.length = 0;
  const session = `garbage-${sequences}`;
  try {
    for (const request of requests) {
      await standUpToOne(stage, request, session);
      // What was scripted on purpose is not to be met.
      if (request.operation === "addFault") await send(stage.sandbox, CLEAR_FAULTS, session);
    }
    for (const api of ["octopi", "dataloy"] as const) {
      const { status } = await send(stage.sandbox, { api, operation: "listServiceOrders" }, session);
      expect(status, `${api} after all`).toBe(200);
    }
  } finally {
    await send(stage.sandbox, DELETE_SESSION, session);
  }
}

const CLEAR_FAULTS: ModelCall = { api: "sandbox", operation: "clearFaults" };
const DELETE_SESSION: ModelCall = { api: "sandbox", operation: "deleteSession" };

async function standUpToOne({ sandbox, faults }: Stage, sent: RawRequest, session: string): Promise<void> {
  const { url, method, body } = sent;
  const headers = { "x-sandbox-session": session, ...sent.headers };
  const hasNoBody = body === undefined || method === "GET" || method === "HEAD";
  const init = hasNoBody ? { method, headers } : { method, headers, body };
  const response = await sandbox.fetch(new Request(url, init));
  const text = await response.text();
  expect(faults, text).toEqual([]);
  expect(response.status, text).toBeLessThan(500);
  expect(text).not.toMatch(LEAK);
  if (response.status >= 400 && method !== "HEAD")
    expect(JSON.parse(text), text).toEqual(errorOf(new URL(url).pathname, response.status));
}

const SENTENCE = expect.stringMatching(/\S/);

function errorOf(path: string, status: number): object {
  if (path === "/oauth/token") return { error: expect.stringMatching(/^[a-z_]+$/), error_description: SENTENCE };
  if (!path.startsWith("/ws/rest/")) return { error: SENTENCE };
  return {
    statusCode: status,
    statusText: SENTENCE,
    message: SENTENCE,
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    statusFamily: "CLIENT_ERROR",
    method: SENTENCE,
    uri: expect.stringContaining(ORIGIN),
  };
}
