import { isCredential, openMask, SECRET, secretsIn } from "./mask-recorded.js";
import {
  headerOf,
  type RecordedBody,
  type RecordedExchange,
  type RecordedHeader,
  type RecordedMessage,
} from "./recorded-exchange.js";
import { withoutUser } from "./without-user.js";

/** How a recording is written. */
export type HarOptions = {
  /** Of this tool; it stands in the recording's head. */
  readonly version: string;
  /** Masked wherever they stand; what credential headers carry is masked without being named. */
  readonly secrets: readonly string[];
};

/**
 * Writes a recording as HAR 1.2, without credentials, in the order of its numbers. It comes piece by piece, for a recording may be
 * longer than a text can be: `writeFile(path, writeHar(…))` takes it as it is.
 */
export function* writeHar(recorded: Iterable<RecordedExchange>, { version, secrets }: HarOptions): Generator<string> {
  const creator = { name: "@quayside/contract-test", version };
  yield `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`;
  let separator = "\n";
  for (const one of [...recorded].sort((left, right) => left.number - right.number)) {
    yield separator + JSON.stringify(entryOf(one, secrets));
    separator = ",\n";
  }
  yield "\n]}}\n";
}

type Mask = (text: string) => string;

function entryOf(recorded: RecordedExchange, secrets: readonly string[]) {
  const { startedAt, durationMs, request, answer, problem } = recorded;
  const mask = openMask([...secrets, ...secretsIn(recorded)]);
  return {
    startedDateTime: startedAt,
    time: durationMs,
    request: requestOf(request, mask),
    response: answer === undefined ? noResponse(mask(problem)) : responseOf(answer, mask),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
  };
}

function requestOf(request: RecordedExchange["request"], mask: Mask) {
  const url = mask(withoutUser(request.url));
  return {
    method: request.method,
    url,
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: headersOf(request, mask),
    queryString: queryOf(url),
    ...postDataOf(request, mask),
    headersSize: -1,
    bodySize: sizeOf(request.body),
  };
}

function queryOf(url: string): RecordedHeader[] {
  const [, query = ""] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

/** HAR keeps a request's body as text; bytes are marked in a member of our own, as HAR allows. */
function postDataOf(request: RecordedMessage, mask: Mask) {
  const { body } = request;
  if (body === "") return {};
  const mimeType = headerOf(request, "content-type") ?? "";
  if (body === undefined) return { postData: { mimeType, comment: NOT_KEPT } };
  if (typeof body === "string") return { postData: { mimeType, text: mask(body) } };
  return { postData: { mimeType, text: base64Of(body, mask), _encoding: "base64" } };
}

const NOT_KEPT = "The body was not kept.";

function responseOf(answer: NonNullable<RecordedExchange["answer"]>, mask: Mask) {
  return {
    status: answer.status,
    statusText: mask(answer.statusText),
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: headersOf(answer, mask),
    content: contentOf(answer, mask),
    redirectURL: mask(headerOf(answer, "location") ?? ""),
    headersSize: -1,
    bodySize: -1,
  };
}

function contentOf(answer: RecordedMessage, mask: Mask) {
  const { body } = answer;
  const mimeType = headerOf(answer, "content-type") ?? "";
  if (body === undefined) return { size: -1, mimeType, comment: NOT_KEPT };
  const text = typeof body === "string" ? mask(body) : base64Of(body, mask);
  if (typeof body === "string") return { size: Buffer.byteLength(text), mimeType, text };
  return { size: Buffer.byteLength(text, "base64"), mimeType, text, encoding: "base64" };
}

/** How HAR says that none came; `_error` is where browsers say why. */
function noResponse(problem: string) {
  const content = { size: 0, mimeType: "x-unknown" };
  const sizes = { headersSize: -1, bodySize: -1 };
  const nothing = { statusText: "", httpVersion: "", cookies: [], headers: [], content, redirectURL: "", ...sizes };
  return { status: 0, ...nothing, ...(problem === "" ? {} : { _error: problem }) };
}

function headersOf({ headers }: RecordedMessage, mask: Mask): RecordedHeader[] {
  return headers.map(({ name, value }) => ({ name, value: isCredential(name) ? SECRET : mask(value) }));
}

/** Looked through byte by byte, as a text of one character a byte; a secret in other letters than ASCII is not seen there. */
function base64Of(bytes: Uint8Array, mask: Mask): string {
  return Buffer.from(mask(Buffer.from(bytes).toString("latin1")), "latin1").toString("base64");
}

function sizeOf(body: RecordedBody): number {
  if (body === undefined) return -1;
  return typeof body === "string" ? Buffer.byteLength(body) : body.length;
}
