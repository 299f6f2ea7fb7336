import { documentedValues } from "../cases/replay-cases.js";
import { member } from "../document.js";
import { parseBody } from "../parse-body.js";
import type { Wire } from "../wire/open-wire.js";
import { NoAnswer } from "../wire/send.js";
import { writeRequest } from "../write-request.js";
import type { Target } from "./open-target.js";

/** What a target is, as far as it can be told by asking. */
export type Nature = {
  /** It answers with the status that a `Prefer` header asks for: it keeps no state, and knows no tokens. */
  readonly isMock: boolean;
  /** It is our sandbox: a header gives each check its own copy of the data. */
  readonly hasSessions: boolean;
};

/** A header of the sandbox. */
export const SESSION_HEADER = "x-sandbox-session";

/**
 * Asks a target what it is, by requests that only read. A target that obeys `Prefer` is a mock.
 *
 * @throws Nothing: a target that does not answer is neither.
 */
export async function askNature(target: Target, wire: Wire): Promise<Nature> {
  // A server that fails whatever it is asked is no mock.
  const isMock = (await askForStatus(target, wire, 500)) === 500 && (await askForStatus(target, wire, 200)) === 200;
  const hasSessions = target.mode === "full" && !isMock && (await askForSession(target, wire));
  return { isMock, hasSessions };
}

async function askForStatus(target: Target, wire: Wire, status: number): Promise<number | undefined> {
  const { api, origin, authorization } = target;
  const operation = api.operations.find(({ method }) => method === "GET");
  if (operation === undefined) return undefined;
  const { url, headers } = writeRequest(operation, documentedValues(operation));
  headers.set("authorization", authorization);
  headers.set("prefer", `code=${status}`);
  return (await attempt(wire, new Request(origin + url, { headers })))?.status;
}

async function askForSession({ origin }: Target, wire: Wire): Promise<boolean> {
  const answer = await attempt(wire, new Request(`${origin}/_sandbox/session`));
  return answer?.status === 200 && typeof member(parseBody(answer.body), "seed") === "object";
}

async function attempt(wire: Wire, request: Request) {
  try {
    return await wire.send(request);
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}
