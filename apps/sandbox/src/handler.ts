import type { Db } from "./store/open-store.js";
import type { CopyRow } from "./store/tables.js";

/** What a handler works with beside the request. */
export type Context<Owner> = {
  /** The transaction of this request. */
  readonly db: Db;
  /** The copy of the data that the request works on; every statement names it. */
  readonly copy: number;
  readonly session: CopyRow;
  /** Whose data it is: the organisation or tenant that the credentials belong to. */
  readonly owner: Owner;
  /** The session's time, in milliseconds since 1970. */
  readonly now: number;
  /** The origin that the caller used, such as `http://127.0.0.1:4020`. */
  readonly origin: string;
  /** What is to be done once the transaction is committed; not at all when it is not. */
  readonly afterCommit: (() => void)[];
};

/** A request to an operation: its parameters as values, and its body. It has been held against the spec. */
export type Call<Operation> = {
  readonly path: In<Operation, "path">;
  readonly query: In<Operation, "query">;
  readonly header: In<Operation, "header">;
  readonly body: BodyOf<Operation>;
};

/** One of an operation's documented answers. A refusal is thrown instead. */
export type Reply<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses & Success]: ReplyOf<Status, Responses[Status]> }[keyof Responses & Success]
  : never;

/** Answers the calls of one operation. */
export type Handler<Operation, Owner> = (call: Call<Operation>, context: Context<Owner>) => Promise<Reply<Operation>>;

/** One handler for each operation of an API: one that is missing, or one too many, does not compile. */
export type Handlers<Operations, Owner> = { readonly [Id in keyof Operations]: Handler<Operations[Id], Owner> };

type Success = 200 | 201 | 204;

type In<Operation, Place extends string> = Operation extends { parameters: { [P in Place]?: infer Values } }
  ? [NonNullable<Values>] extends [never]
    ? Readonly<Record<string, never>>
    : Readonly<NonNullable<Values>>
  : Readonly<Record<string, never>>;

type BodyOf<Operation> = Operation extends { requestBody: { content: { "application/json": infer Body } } }
  ? Body
  : Operation extends { requestBody?: infer Request }
    ? NonNullable<Request> extends { content: { "application/json": infer Body } }
      ? [Request] extends [undefined]
        ? undefined
        : Body | undefined
      : undefined
    : undefined;

type ReplyOf<Status, Response> = Response extends { content: { "application/json": infer Body } }
  ? { readonly status: Status; readonly body: Body; readonly headers?: Readonly<Record<string, string>> }
  : { readonly status: Status; readonly body?: undefined; readonly headers?: Readonly<Record<string, string>> };
