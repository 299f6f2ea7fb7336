import type { Contract, Operation, OperationMatch } from "@quayside/contract";
import type { Incoming } from "@quayside/serve";
import type { Context } from "./handler.js";

/** Who calls, as the credentials tell. */
export type Caller = {
  /** The organisation or tenant whose data the call works on. */
  readonly owner: { readonly id: number };
  /** When the credentials expire, by the session's clock; undefined when they do not. */
  readonly expiresAt?: number | undefined;
  /** What to send in `WWW-Authenticate` once they are. */
  readonly challenge?: string | undefined;
};

/** What an error body may tell of the request that it answers. */
export type ErrorContext = {
  readonly status: number;
  readonly message: string;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  /** The session's time, in milliseconds since 1970. */
  readonly now: number;
};

/** One of the APIs that the sandbox serves. */
export type Api = {
  readonly name: "octopi" | "dataloy" | "sandbox";
  readonly contract: Contract;
  /** Whether a path belongs to this API, even where no operation has it. */
  claims(path: string): boolean;
  /** The spelling of a path that the spec has. */
  spell(path: string): string;
  /** Handlers by operationId. The contract holds the request against the spec, so that it is a call of that operation. */
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /**
   * Says who calls, most often by the header `Authorization`.
   *
   * @throws Refusal - 401 that says what to send, and never what was sent.
   */
  authenticate(request: Incoming, operation: Operation): Promise<Caller> | Caller;
  /** The body that the API sends with an error. */
  errorBody(context: ErrorContext): object;
};

/** A handler whose operation is only known at run time. */
export type AnyHandler = (call: AnyCall, context: Context<never>) => Promise<AnyReply>;

/** A call that was held against the spec. */
export type AnyCall = { path: object; query: object; header: object; body: unknown };

/** What a handler answers, before it is written. */
export type AnyReply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** A call, and what has been found out about it. */
export type Work = {
  readonly api: Api;
  readonly match: OperationMatch;
  readonly caller: Caller;
  readonly call: AnyCall;
};
