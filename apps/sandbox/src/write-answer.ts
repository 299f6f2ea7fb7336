import { checkResponse } from "@quayside/contract";
import { CROSS_ORIGIN_HEADERS, type Outgoing, Refusal } from "@quayside/serve";
import type { AnyReply, Api } from "./api.js";
import { ConnectionCut } from "./faults.js";
import type { Home } from "./home.js";
import type { Progress } from "./progress.js";

const JSON_TYPE = { "content-type": "application/json" };
const JSON_TO_ALL = { ...JSON_TYPE, ...CROSS_ORIGIN_HEADERS };

/** An answer of ours that breaks the spec; its message may be shown. */
class BrokenAnswer extends Error {
  override readonly name = "BrokenAnswer";
}

/**
 * Writes a handler's answer. Scripts of every origin may read those of the vendors' APIs.
 *
 * @throws BrokenAnswer - when it breaks the spec: it would teach a client something wrong, so it is a loud failure.
 */
export function writeAnswer(home: Home, api: Api, operationId: string, reply: AnyReply): Outgoing {
  const outgoing = write(api, reply);
  if (!home.checkAnswers) return outgoing;
  const { status, headers, body } = outgoing;
  const readable = { get: (name: string) => headers[name] ?? headers[name.toLowerCase()] ?? null };
  const findings = checkResponse(api.contract, operationId, { status, headers: readable, body });
  if (findings.length === 0) return outgoing;
  const told = findings.map(({ rule, where, message }) => `${rule} ${where}: ${message}`).join("; ");
  throw new BrokenAnswer(`The sandbox's own answer breaks the spec, and nothing was changed: ${told}.`);
}

/** Writes an answer as it is. */
export function write(api: Api | undefined, { status, body, headers }: AnyReply): Outgoing {
  const common = api?.name === "sandbox" ? JSON_TYPE : JSON_TO_ALL;
  if (body === undefined) {
    const { "content-type": _, ...rest } = { ...common, ...headers };
    return { status, headers: rest, body: "" };
  }
  return { status, headers: headers === undefined ? common : { ...common, ...headers }, body: JSON.stringify(body) };
}

/**
 * Writes the error that a problem deserves: a refusal as it says, anything else as a 500 that tells nothing of it.
 *
 * @throws ConnectionCut - when the connection is to be cut.
 */
export function writeProblem(home: Home, progress: Progress, problem: unknown): Outgoing {
  if (problem instanceof ConnectionCut) throw problem;
  if (problem instanceof Refusal) return writeError(progress, problem.status, problem.message, problem.headers);
  home.onFault(problem);
  const message = problem instanceof BrokenAnswer ? problem.message : "The sandbox itself failed on this request.";
  return writeError(progress, 500, message);
}

/** Writes an error in the form of the API that the path belongs to. */
export function writeError(progress: Progress, status: number, message: string, headers = {}): Outgoing {
  const { api, request, now, path } = progress;
  const { method, url } = request;
  const body = api?.errorBody({ status, message, method, url, path, now }) ?? { error: message };
  return write(api, { status, body, headers });
}
