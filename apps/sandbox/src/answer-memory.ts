import type { Incoming, Outgoing } from "@quayside/serve";
import type { Work } from "./api.js";

/** An answer, and the state of the data that it was made from. */
export type RememberedAnswer = { readonly copy: number; readonly version: number; readonly outgoing: Outgoing };

/** What is known of a request that came before: which call it is, and what it was answered. */
export type Remembered = { readonly session: string; readonly work: Work; answer?: RememberedAnswer };

/**
 * Remembers what reading requests came to. What a request means depends on nothing but itself; what it is answered, on the state of its
 * session's data too, which has a version: so both are worked out, and held against the spec, once.
 */
export type AnswerMemory = {
  /** What a request is remembered by; undefined for one that is not, because it writes. */
  keyOf(request: Incoming): string | undefined;
  find(key: string): Remembered | undefined;
  keep(key: string, remembered: Remembered): void;
};

const MAX_REQUESTS = 400;
const MAX_KEY = 2000;
/** Longer answers are made anew, so that the memory stays small. */
const MAX_BODY = 8000;

/**
 * Opens a memory that forgets the oldest request when there are too many.
 *
 * @param headers - Names of the headers that tell two requests for the same URL apart.
 */
export function openAnswerMemory(headers: readonly string[]): AnswerMemory {
  const requests = new Map<string, Remembered>();
  return {
    keyOf: (request) => {
      if (request.method !== "GET") return undefined;
      let key = request.url;
      // No header holds a line break: one that is absent is not one that is empty.
      for (const name of headers) key += `\n${request.headers.get(name) ?? "\n"}`;
      return key.length > MAX_KEY ? undefined : key;
    },
    find: (key) => requests.get(key),
    keep: (key, remembered) => {
      if (requests.size >= MAX_REQUESTS) requests.delete(requests.keys().next().value ?? "");
      requests.set(key, remembered);
    },
  };
}

/** Whether an answer is worth its place. */
export function isWorthRemembering({ status, body }: Outgoing): boolean {
  return status === 200 && body.length <= MAX_BODY;
}
