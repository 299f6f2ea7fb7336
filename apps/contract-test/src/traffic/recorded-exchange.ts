/** Longer bodies are not kept: 8 MiB, longer than any documented one by far. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** A request and what came of it, as somebody recorded it. It may hold credentials: what shows it masks them. */
export type RecordedExchange = {
  /** Its place in the recording, from 1. */
  readonly number: number;
  /** RFC 3339; empty where the recording does not tell. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** `url` is whole, and still percent-encoded as it was sent. */
  readonly request: RecordedMessage & { readonly method: string; readonly url: string };
  /** Undefined when none came, or not the whole of it. */
  readonly answer: (RecordedMessage & { readonly status: number; readonly statusText: string }) | undefined;
  /** Why there is no answer; empty where there is one, or where the recording does not tell. */
  readonly problem: string;
};

/** What a request and an answer have in common. Headers keep their order, the case of their names, and repetitions. */
export type RecordedMessage = { readonly headers: readonly RecordedHeader[]; readonly body: RecordedBody };

/** One line of a head. */
export type RecordedHeader = { readonly name: string; readonly value: string };

/**
 * A body without its content encoding: text where the recorder knew it to be text, else bytes. Empty text where there was none;
 * undefined where there was one that the recording does not have, or not the whole of it.
 */
export type RecordedBody = string | Uint8Array | undefined;

/** The method as it can be printed: a recording may have anything there. */
export function methodOf({ request }: RecordedExchange): string {
  return request.method.slice(0, 20).replaceAll(/[^\w-]/g, "?");
}

/** A header's value, its repetitions joined by commas; null when it is absent. */
export function headerOf({ headers }: RecordedMessage, name: string): string | null {
  const values = headers.filter((each) => each.name.toLowerCase() === name).map(({ value }) => value);
  return values.length === 0 ? null : values.join(", ");
}
