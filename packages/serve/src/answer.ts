/** A request as it came. A `Request` is one too, so that an answer can be tested without a port. */
export type Incoming = {
  /** In upper case. */
  readonly method: string;
  /** Absolute, percent-encoded as it was sent. */
  readonly url: string;
  readonly headers: IncomingHeaders;
  /**
   * The whole body as text, without a byte order mark; empty when there is none. A client that asked whether to send its body
   * is told to by this call.
   *
   * @throws Refusal - 413 past the limit, 400 when the body is cut short or is not UTF-8.
   */
  text(): Promise<string>;
  /**
   * The whole body as it came.
   *
   * @throws Refusal - as `text` does, whatever the bytes are.
   */
  bytes(): Promise<Uint8Array>;
};

/** Headers by name, in any case; null for one that is absent. The values of one that came twice are joined by `, `. */
export type IncomingHeaders = Iterable<[string, string]> & { get(name: string): string | null };

/** An answer, ready to be sent. Header names are in lower case; the front adds `content-length`. */
export type Outgoing = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when there is none. To HEAD it is not sent, but its length is: answer as to GET. */
  readonly body: string;
};

/**
 * Answers one request. When it throws a Refusal, the caller gets that; when it throws anything else, the connection ends
 * without an answer.
 */
export type Answer = (request: Incoming) => Promise<Outgoing>;
