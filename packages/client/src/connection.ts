import type { CalledOperation } from "./api-error.js";
import type { Pagination } from "./each.js";
import type { Within } from "./once.js";
import type { CallOptions, Once } from "./operation-types.js";
import type { Answered } from "./send-once.js";

/** How a client shows who it is. */
export type Authorizer = {
  /** Gives the value of the `Authorization` header, asked once per sending; empty for none. */
  readonly authorize: () => string | Promise<string>;
  /** Told of a value that was answered 401; true when another one can be had. */
  readonly renew?: (refused: string) => boolean;
  /** What no error may show, beside the header's value. */
  readonly secret?: string;
};

/** How a client reaches its server. */
export type Connection = Authorizer & {
  readonly origin: string;
  readonly fetch: (input: string | Request, init?: RequestInit) => Promise<Response>;
  readonly timeoutMs: number;
  /** Sends a request within its time. */
  readonly send: (sending: Sending) => Promise<Sent>;
};

/** An entry of the operation table. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, readonly string[]>>;
  readonly pagination?: Pagination;
  /** The way to the key of a record in the body of the request that creates it. */
  readonly naturalKey?: readonly string[];
  /** A request for an access token: it may be sent again although it is a POST, and its answer is kept secret. */
  readonly isTokenRequest?: boolean;
  /** Whether a record's action may lead to it. */
  readonly isAction?: boolean;
};

/** A call on its way. */
export type Sending = {
  readonly connection: Connection;
  readonly operation: Operation;
  readonly called: CalledOperation;
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Headers };
  readonly timeoutMs: number;
  /** When the time is over, as `performance.now` tells it. */
  readonly end: number;
  readonly options: CallOptions;
  /** Whether the caller gave credentials of its own. */
  readonly isAuthorized: boolean;
  /** Looks for what the request creates; undefined where it is not there. */
  readonly find: ((within: Within) => Promise<unknown>) | undefined;
  /** How often it was sent. */
  attempts: number;
  /** What is known of a creation, should it be answered. */
  outcome: Once<unknown>["outcome"];
};

/** An answer, or what was found in place of one. */
export type Sent = Answered | { readonly found: unknown };
