import { elements, member } from "../document.js";
import { MAX_BODY_BYTES, type RecordedBody } from "./recorded-exchange.js";

/**
 * Reads a request's body from its `postData`: the text, else the form made of `params`. HAR has no bytes there; our own writer
 * marks them with `_encoding`.
 */
export function readSentBody(request: unknown): RecordedBody {
  const data = member(request, "postData");
  const text = member(data, "text");
  const params = elements(member(data, "params"));
  if (typeof text === "string" && (text !== "" || params.length === 0))
    return readText(text, member(data, "_encoding") ?? member(data, "encoding"));
  if (params.length > 0) return readForm(member(data, "mimeType"), params);
  const size = member(request, "bodySize");
  return Number(size) > 0 || (data !== undefined && size !== 0) ? undefined : "";
}

/**
 * Reads an answer's body from its `content`, which has it without its content encoding whatever the headers say. A body that the
 * recorder dropped is undefined.
 */
export function readAnswerBody(response: unknown, method: string, status: number): RecordedBody {
  const content = member(response, "content");
  const [text, size] = [member(content, "text"), member(content, "size")];
  if (typeof text === "string") {
    const encoding = member(content, "encoding");
    return encoding !== "base64" && isCut(text, size) ? undefined : readText(text, encoding);
  }
  const hasNone = method.toUpperCase() === "HEAD" || status < 200 || status === 204 || status === 304;
  if (hasNone || size === 0) return "";
  return Number(size) > 0 || member(response, "bodySize") !== 0 ? undefined : "";
}

function readText(text: string, encoding: unknown): RecordedBody {
  if (encoding !== "base64") return Buffer.byteLength(text) > MAX_BODY_BYTES ? undefined : text;
  if (text.length > MAX_BODY_BYTES * 1.5) return undefined;
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  if (bytes.length > MAX_BODY_BYTES) return undefined;
  return bytes.length === 0 ? "" : bytes;
}

/** The files of a multipart form are not in a recording, nor is what stood between its parts. */
function readForm(mimeType: unknown, params: readonly unknown[]): RecordedBody {
  if (typeof mimeType === "string" && /multipart/i.test(mimeType)) return undefined;
  const form = new URLSearchParams();
  for (const each of params) form.append(String(member(each, "name") ?? ""), String(member(each, "value") ?? ""));
  return readText(form.toString(), undefined);
}

/** Firefox cuts long bodies and tells their true size. Some recorders count what was compressed, which is a few bytes more at most. */
function isCut(text: string, size: unknown): boolean {
  return typeof size === "number" && size - Buffer.byteLength(text) > MOST_LOST_BY_COMPRESSING;
}

const MOST_LOST_BY_COMPRESSING = 1000;
