import { CannotRun } from "../cannot-run.js";
import { elements, member } from "../document.js";
import { readAnswerBody, readSentBody } from "./har-bodies.js";
import type { RecordedExchange, RecordedHeader } from "./recorded-exchange.js";

/** As many entries are read: a day of traffic. */
export const MAX_ENTRIES = 100_000;

/**
 * Reads a recording in HAR 1.2, as browsers, mitmproxy, Insomnia and our own proxy write it. At most 100,000 entries; bodies longer
 * than 8 MiB are not kept. Entries without an answer are kept. Pseudo headers of HTTP/2 (`:authority`) are dropped.
 *
 * @throws CannotRun when the text is no HAR, is cut off, or has no entries or too many.
 */
export function readHar(text: string): RecordedExchange[] {
  const entries = member(member(parse(text), "log"), "entries");
  if (!Array.isArray(entries)) throw noHar("it has no log.entries");
  if (entries.length === 0)
    throw new CannotRun("The recording has no entries. Record some traffic, then save it again.");
  if (entries.length > MAX_ENTRIES)
    throw new CannotRun(
      `The recording has ${entries.length} entries; at most ${MAX_ENTRIES} are read. Save it in several files.`,
    );
  return entries.map((entry, index) => readEntry(entry, index + 1));
}

function parse(text: string): unknown {
  // A byte order mark goes with it.
  const json = text.trim();
  if (json === "") throw new CannotRun("The recording is empty. Save it again, as HAR with content.");
  try {
    return JSON.parse(json);
  } catch {
    if (json.startsWith("{") && !json.endsWith("}"))
      throw new CannotRun("The recording is cut off: it begins as JSON and does not end. Save it again, as a whole.");
    throw noHar("it is no JSON");
  }
}

function noHar(why: string): CannotRun {
  return new CannotRun(
    `The recording is no HAR: ${why}. Save it as HAR with content: in a browser from the network panel, else with "contract-test proxy".`,
  );
}

function readEntry(entry: unknown, number: number): RecordedExchange {
  const request = member(entry, "request");
  const [method, url] = [member(request, "method"), member(request, "url")];
  if (typeof method !== "string" || typeof url !== "string") throw noHar(`entry ${number} has no request`);
  const time = member(entry, "time");
  return {
    number,
    startedAt: textAt(entry, "startedDateTime"),
    durationMs: typeof time === "number" && time > 0 ? time : 0,
    request: { method, url, headers: readSentHeaders(request), body: readSentBody(request) },
    ...readAnswer(member(entry, "response"), method),
  };
}

const MAX_PROBLEM = 200;

/** Status 0 is how a HAR says that none came; browsers tell in `_error` why. */
function readAnswer(response: unknown, method: string): Pick<RecordedExchange, "answer" | "problem"> {
  const status = member(response, "status");
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 999)
    return { answer: undefined, problem: textAt(response, "_error").slice(0, MAX_PROBLEM) };
  const headers = readHeaders(response);
  const body = readAnswerBody(response, method, status);
  return { answer: { status, statusText: textAt(response, "statusText"), headers, body }, problem: "" };
}

/** Some recorders leave the content type out of the headers, and have it beside the body alone. */
function readSentHeaders(request: unknown): RecordedHeader[] {
  const headers = readHeaders(request);
  const value = textAt(member(request, "postData"), "mimeType");
  if (value === "" || headers.some(({ name }) => name.toLowerCase() === "content-type")) return headers;
  return [...headers, { name: "content-type", value }];
}

function readHeaders(message: unknown): RecordedHeader[] {
  return elements(member(message, "headers")).flatMap((header) => {
    const [name, value] = [member(header, "name"), member(header, "value")];
    const isWhole = typeof name === "string" && (typeof value === "string" || typeof value === "number");
    return isWhole && name !== "" && !name.startsWith(":") ? [{ name, value: String(value) }] : [];
  });
}

function textAt(holder: unknown, name: string): string {
  const text = member(holder, name);
  return typeof text === "string" ? text : "";
}
