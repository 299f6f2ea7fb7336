import { Refusal } from "@quayside/serve";
import { readContentType } from "./media-types.js";
import type { Operation } from "./prism-engine.js";
import { refuseBody } from "./refuse-invalid.js";

/** Deeper nesting than this is refused: Prism's checks recurse. */
export const MAX_DEPTH = 100;

const MAX_QUOTE_LENGTH = 100;

/** A parsed body, with the size that it had on the wire in bytes. */
export type JsonBody = { value: unknown; mediaType: string; size: number };

/**
 * Reads the body of a request as the operation documents it.
 *
 * @returns undefined for an empty body, and for any body of a GET: the vendors' own examples send one, and it means nothing.
 * @throws Refusal - 415 for another media type than a documented one; the operation's status for invalid requests when
 * the body is not UTF-8 or not JSON, is nested deeper than {@link MAX_DEPTH}, or is there although none is documented.
 */
export async function readJsonBody(operation: Operation, request: Request): Promise<JsonBody | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return undefined;
  const documented = operation.request?.body?.contents?.map(({ mediaType }) => mediaType) ?? [];
  if (documented.length === 0) throw refuseBody(operation, `${operation.iid} takes no body`);
  const header = request.headers.get("content-type");
  const mediaType = readContentType(header ?? "");
  if (mediaType === undefined || !documented.includes(mediaType)) {
    const sent = header === null ? "missing" : `"${header.slice(0, MAX_QUOTE_LENGTH)}"`;
    throw new Refusal(415, `Send the body as ${documented.join(" or ")}: Content-Type is ${sent}.`);
  }
  return { value: parse(operation, bytes), mediaType, size: bytes.byteLength };
}

function parse(operation: Operation, bytes: ArrayBuffer): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    refuseDepth(text);
    return JSON.parse(text);
  } catch (error) {
    throw refuseBody(operation, `The body cannot be read: ${describe(error)}`);
  }
}

/** Counts brackets outside strings, before anything recursive sees the text. */
function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "\\" && inString) index += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH} levels`);
  }
}

function describe(error: unknown): string {
  if (error instanceof TypeError) return "it is not UTF-8";
  return error instanceof Error ? error.message : String(error);
}
