import type { Refusal } from "@quayside/serve";
import type { Api } from "./api.js";
import { chooseError } from "./choose-answer.js";
import { InvalidRequest, type Violation } from "./invalid-request.js";
import type { Engine, Reply } from "./prism-engine.js";
import { toResponse } from "./prism-messages.js";
import type { Match } from "./routes.js";

/** A refusal, and what its answer depends on. Without a match the path tells which API's shape to use. */
export type RefusedRequest = {
  engine: Engine;
  apis: readonly Api[];
  match: Match | undefined;
  request: Request;
  refusal: Refusal;
  date: Date;
};

const JSON_TYPE = "application/json";
const MAX_HEADER_LENGTH = 4096;

/**
 * Answers with the error that the operation documents for the refusal's status: its headers, and its body with our
 * message in it. Where it documents none that the caller accepts, the API's error body comes all the same.
 */
export async function answerRefusal(refused: RefusedRequest): Promise<Response> {
  const { refusal, request } = refused;
  const reply = (await documentedReply(refused)) ?? ownReply(refused);
  const response = toResponse(reply, request.method);
  for (const [name, value] of Object.entries(refusal.headers)) response.headers.set(name, value);
  if (refusal instanceof InvalidRequest) response.headers.set("sl-violations", describeViolations(refusal.violations));
  return response;
}

async function documentedReply(refused: RefusedRequest): Promise<Reply | undefined> {
  const { engine, match, request, refusal } = refused;
  if (match === undefined) return undefined;
  const { operation } = match.route;
  const choice = chooseError(operation, refusal.status, request.headers.get("accept"));
  if (choice === undefined) return undefined;
  const reply = await engine.example(operation, choice);
  return choice.mediaType === JSON_TYPE ? { ...reply, body: ownReply(refused).body } : reply;
}

function ownReply({ apis, match, request, refusal, date }: RefusedRequest): Reply {
  const url = new URL(request.url);
  const api = match?.route.api ?? apis.find(({ prefix }) => url.pathname.startsWith(prefix));
  const { status, message } = refusal;
  const body = api?.errorBody({ status, message, method: request.method, url, date }) ?? { error: message };
  return { status, headers: { "content-type": JSON_TYPE }, body };
}

/** In the form of Prism's own server; as many as fit into a header that every client takes. */
function describeViolations(violations: readonly Violation[]): string {
  const text = JSON.stringify(violations).replace(/[^\x20-\x7e]/g, escapeCharacter);
  return text.length <= MAX_HEADER_LENGTH ? text : describeViolations(violations.slice(0, -1));
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
