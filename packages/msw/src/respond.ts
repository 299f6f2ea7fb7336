import { HttpResponse } from "msw";
import type { PlainDefinition, PlainReply } from "./definition.js";

/**
 * Makes the response of a reply.
 *
 * @throws Error for a status that the spec does not document.
 */
export function respond(definition: PlainDefinition, reply: PlainReply | undefined): Response {
  const types = definition.mediaTypes[String(reply?.status)];
  if (reply === undefined || types === undefined) throw undocumented(definition, reply);
  const headers = new Headers(reply.headers);
  const type = mediaType(types, reply.body);
  if (type === undefined) return new HttpResponse(null, { status: reply.status, headers });
  if (!headers.has("content-type")) headers.set("content-type", type);
  const text = isJson(type) ? JSON.stringify(reply.body) : String(reply.body);
  return new HttpResponse(text, { status: reply.status, headers });
}

/** Text is sent as text where the spec has that beside JSON. */
function mediaType(types: readonly string[], body: unknown): string | undefined {
  const asText = typeof body === "string" ? types.find((type) => !isJson(type)) : undefined;
  return asText ?? types.find(isJson) ?? types[0];
}

function isJson(type: string): boolean {
  return /[/+]json$/.test(type);
}

function undocumented({ operationId, mediaTypes }: PlainDefinition, reply: PlainReply | undefined): Error {
  const found = reply === undefined ? "no reply" : `the status ${reply.status}`;
  return new Error(`${operationId}: ${found} is not documented; the spec has ${Object.keys(mediaTypes).join(", ")}.`);
}
