/** What a mutant gets wrong. */
export const KINDS = [
  "schema",
  "status",
  "header",
  "content-type",
  "auth",
  "refusal",
  "filter",
  "paging",
  "sorting",
  "off-by-one",
  "duplicates",
  "read-back",
  "lost-update",
  "stale-read",
  "wrong-transition",
  "deletion",
  "leak-between-tenants",
  "time-zone",
  "precision",
] as const;
export type Kind = (typeof KINDS)[number];

/** What goes to the server behind, and what comes back from it. Names of headers are in lower case. */
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
};
export type Came = { readonly status: number; readonly headers: Headers; readonly body: string };
export type Headers = Readonly<Record<string, string>>;

/** A call of one operation, as a fault meets it. */
export type Call = {
  readonly sent: Sent;
  /** Decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Whether the request keeps the spec; then its body is what the operation takes. */
  readonly isValid: boolean;
  /** Passes the request on, with changes where there are any. */
  readonly pass: (changes?: Partial<Sent>) => Promise<Came>;
  /** Sends a request of the fault's own, in the same session and with the same credentials unless told otherwise. */
  readonly ask: (method: string, url: string, body?: unknown, headers?: Headers) => Promise<Came>;
  /** What the fault keeps; each session has one of its own. */
  readonly memory: Map<string, unknown>;
};

/** Answers a call in place of the server, most often with the server's help. */
export type Fault = (call: Call) => Came | Promise<Came>;

/** A server with one thing wrong. */
export type Mutant = {
  /** What a user of it would complain about; unique. */
  readonly name: string;
  readonly kind: Kind;
  readonly api: "octopi" | "dataloy";
  /** The operation that does it wrong. */
  readonly operationId: string;
  /** By operation. There are several where what one does is seen in another's answers. */
  readonly faults: Readonly<Record<string, Fault>>;
  /** Further operations without which it cannot be seen. */
  readonly related: readonly string[];
};

/** The operations that are called to see a mutant: its own first. */
export function operationsOf({ operationId, faults, related }: Mutant): string[] {
  return [...new Set([operationId, ...Object.keys(faults), ...related])];
}
