import { readFile } from "node:fs/promises";
import { API_NAMES } from "../api.js";
import { CannotRun } from "../cannot-run.js";
import { isObject, type JsonObject } from "../document.js";
import { cutText, plainText } from "../reports/plain-text.js";
import type { Baseline, BaselineEntry } from "./baseline.js";

/** So long a difference may be borne without being looked at again. */
const MAX_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_LENGTH = 500;

/**
 * Reads a baseline from a file.
 *
 * @param today - `YYYY-MM-DD` in UTC.
 * @throws CannotRun when the file cannot be read, and as {@link parseBaseline}.
 */
export async function readBaseline(path: string, today: string): Promise<Baseline> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new CannotRun(`The baseline ${plainText(path)} cannot be read${code}. Name a file that is there.`);
  });
  return parseBaseline(text, today);
}

/**
 * Reads a baseline: `{ "entries": [{ "id", "owner", "expires", "reason"? }] }`.
 *
 * @param today - `YYYY-MM-DD` in UTC. An entry may be over already, and may not go on for more than 366 days.
 * @throws CannotRun, with the number of the entry from 1 on and what to write, for anything else.
 */
export function parseBaseline(text: string, today: string): Baseline {
  const { entries, ...rest } = readObject(text);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined || !Array.isArray(entries)) {
    const has = unknown === undefined ? "no list of entries" : `a member ${shown(unknown)}`;
    throw new CannotRun(`The baseline has ${has}. Write { "entries": [ … ] } and nothing else.`);
  }
  const numbers = new Map<string, number>();
  const read = entries.map((entry: unknown, index) => {
    const checked = readEntry(entry, index + 1, today);
    const before = numbers.get(checked.id);
    if (before !== undefined) fail(index + 1, `has the id ${checked.id} of entry ${before}`, "Keep one of the two.");
    numbers.set(checked.id, index + 1);
    return checked;
  });
  return { entries: read };
}

function readObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (isObject(value)) return value;
  } catch {
    throw new CannotRun(
      'The baseline is not JSON. Write { "entries": [ … ] }; a comma after the last entry is one too many.',
    );
  }
  throw new CannotRun('The baseline is no JSON object. Write { "entries": [ … ] }.');
}

function readEntry(entry: unknown, number: number, today: string): BaselineEntry {
  if (!isObject(entry)) return fail(number, "is no object", 'Write { "id": …, "owner": …, "expires": … }.');
  const { id, owner, expires, reason, ...rest } = entry;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    return fail(number, `has a member ${shown(unknown)}`, 'Only "id", "owner", "expires" and "reason" are known.');
  if (!isId(id))
    return fail(
      number,
      `has ${shown(id, "id")}`,
      "Write the finding's id as a report shows it, such as octopi-1f9a03bc.",
    );
  if (!isText(owner))
    return fail(number, `has ${shown(owner, "owner")}`, 'Write who sees to it: "owner": "the integration team".');
  checkExpires(expires, number, today);
  if (reason !== undefined && !isText(reason))
    return fail(number, `has ${shown(reason, "reason")}`, "Write why it is borne, in a sentence, or leave it out.");
  return { id, owner, expires, ...(reason !== undefined && { reason }) };
}

function checkExpires(expires: unknown, number: number, today: string): asserts expires is string {
  const latest = new Date(Date.parse(today) + MAX_DAYS * DAY_MS).toISOString().slice(0, 10);
  const write = `Write the last day on which it is excused, ${latest} at the latest: "expires": "YYYY-MM-DD".`;
  if (!isDate(expires)) fail(number, `has ${shown(expires, "expires")}`, write);
  if (expires > latest) fail(number, `expires on ${expires}, more than ${MAX_DAYS} days from today`, write);
}

function isId(value: unknown): value is string {
  return typeof value === "string" && new RegExp(`^(${API_NAMES.join("|")})-[0-9a-f]{8}$`).test(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= MAX_LENGTH;
}

/** A day that is in the calendar: 30 February would quietly be 1 March. */
function isDate(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function shown(value: unknown, name?: string): string {
  if (value === undefined) return `no ${name}`;
  const text = plainText(cutText(JSON.stringify(value), 60));
  return name === undefined ? text : `the ${name} ${text}`;
}

function fail(number: number, problem: string, write: string): never {
  throw new CannotRun(`Entry ${number} of the baseline ${problem}. ${write}`);
}
