import type { Client as FetchClient } from "openapi-fetch";

/** A client for the operations of one API: a method per operation, under its operationId, and `raw`. */
export type Client<Operations, Paths extends object> = {
  readonly [Id in keyof Operations]: OperationMethod<Operations[Id]>;
} & {
  /**
   * The openapi-fetch client, for what the methods do not cover. It has the same origin, authentication, time limit and
   * check of path values, and openapi-fetch's behaviour in everything else: test `response.ok` rather than `error`.
   * It is loaded with its first call.
   */
  readonly raw: FetchClient<Paths>;
};

/** Calls one operation. The argument may be left out where the operation needs nothing. */
export type OperationMethod<Operation> = {
  /**
   * Gives the data of a successful answer.
   *
   * @throws ApiError for every other answer; ConnectionError when none came; TypeError, before anything is sent, for
   * a value that cannot be sent as it is (RangeError for a time limit); the reason of the caller's signal when it aborts.
   */
  (...call: CallArguments<Operation>): Promise<Data<Operation>>;
  /**
   * Gives the answer of every documented status, to be told apart by `status`.
   *
   * @throws Like the call itself, with ApiError only for what the spec does not document.
   */
  readonly reply: (...call: CallArguments<Operation>) => Promise<Reply<Operation>>;
};

/** What may be set for one call. */
export type CallOptions = {
  /** Aborts the call; it is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the whole answer must be there, 1 to 2,147,483,647; the client's own limit by default. */
  readonly timeoutMs?: number | undefined;
  /** Further request headers. They win over the client's own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** What an operation is given: `path`, `query`, `header` and `body`, as far as the spec knows them. */
export type Argument<Operation> =
  // `infer` makes the compiler show the parts, not this formula, in its messages.
  ParametersOf<Operation> & BodyOf<Operation> extends infer Parts ? { [Part in keyof Parts]: Parts[Part] } : never;

/** A documented answer; `status` narrows `body`. The body of `response` has been read already. */
export type Reply<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: DocumentedReply<Status, Responses[Status]> }[keyof Responses]
  : never;

/** The body of a successful answer. */
export type Data<Operation> =
  Reply<Operation> extends infer Any
    ? Any extends { status: infer Status extends number; body: infer Content }
      ? `${Status}` extends `2${string}`
        ? Content
        : never
      : never
    : never;

type DocumentedReply<Status, Documented> = {
  readonly status: Status;
  readonly body: Documented extends { content: infer Content } ? Content[keyof Content] : undefined;
  readonly response: Response;
};

type CallArguments<Operation> = keyof Argument<Operation> extends never
  ? [argument?: undefined, options?: CallOptions]
  : Partial<Argument<Operation>> extends Argument<Operation>
    ? [argument?: Argument<Operation>, options?: CallOptions]
    : [argument: Argument<Operation>, options?: CallOptions];

type ParametersOf<Operation> = Operation extends { parameters: infer All }
  ? { [In in keyof All as In extends "path" | "query" | "header" ? Known<All[In], In> : never]: All[In] }
  : unknown;

type BodyOf<Operation> = {
  [Key in keyof Operation as Key extends "requestBody" ? Known<Operation[Key], "body"> : never]: JsonOf<
    NonNullable<Operation[Key]>
  >;
};

// openapi-typescript writes `query?: never` for what an operation does not take.
type Known<Given, Name> = [Given] extends [undefined] ? never : Name;

type JsonOf<RequestBody> = RequestBody extends { content: { "application/json": infer Json } } ? Json : never;
