import type { CheckedFields, Projected } from "./fields.js";
import type { RetryOptions } from "./retry.js";

declare const paths: unique symbol;

/** Carries the types of an API's paths to `rawClient`; nothing of it is there at run time. */
export type WithPaths<Paths> = { readonly [paths]?: Paths };

/** A client for the operations of one API: a method per operation, under its operationId. */
export type Client<Operations, Table> = {
  readonly [Id in keyof Operations]: OperationMethod<Operations[Id]> &
    (Id extends keyof Table ? Each<Operations[Id], Table[Id]> & CreatesOnce<Operations[Id], Table[Id]> : unknown);
};

/** A client that has the calls of one API and nothing else. */
export type PlainClient<Operations> = { readonly [Id in keyof Operations]: OperationMethod<Operations[Id]> };

/** Calls one operation. The argument may be left out where the operation needs nothing. */
export type OperationMethod<Operation> = Calls<Operation> & {
  /** The operation's name in the spec. */
  readonly operationId: string;
  /** The client's origin. */
  readonly origin: string;
  /** Its path's template, such as `/api/v1/service_orders/{order_number}.json`. */
  readonly path: string;
} & Calling<Operation>;

declare const operation: unique symbol;

/** Carries an operation's types to whoever is given its method; nothing of it is there at run time. */
export type Calling<Operation> = { readonly [operation]?: Operation };

type Calls<Operation> = TakesFields<Operation> extends true ? ProjectingCalls<Operation> : PlainCalls<Operation>;

type PlainCalls<Operation> = {
  /**
   * Gives the data of a successful answer.
   *
   * @throws ApiError for every other answer; ConnectionError when none came; TypeError, before anything is sent, for
   * a value that cannot be sent as it is (RangeError for a number among the options); the reason of the caller's signal when it
   * aborts.
   */
  (...call: CallArguments<Operation>): Promise<Data<Operation>>;
  /**
   * Gives the answer of every documented status, to be told apart by `status`.
   *
   * @throws Like the call itself, with ApiError only for what the spec does not document.
   */
  readonly reply: (...call: CallArguments<Operation>) => Promise<Reply<Operation>>;
};

type ProjectingCalls<Operation> = PlainCalls<Operation> &
  /**
   * Gives the data of a successful answer, with no more in it than `fields` asks for and `key` and `self`.
   *
   * @throws Like the call without `fields`.
   */
  (<const Fields extends object>(
    argument: Argument<Operation> & { readonly fields: Fields & CheckedFields<Fields, Data<Operation>> },
    options?: CallOptions,
  ) => Promise<Projected<Data<Operation>, Fields>>);

type Each<Operation, Entry> = Entry extends { pagination: { items: infer Items } }
  ? {
      /**
       * Reads all rows of the list, page by page and as they are asked for, each of them once. A page in the query is where it starts.
       *
       * @throws ListError where the list changed so that it is not sure that all of it was read; RangeError for a page or a number of rows that
       *   is not a whole number from 1 on; and like the call itself.
       */
      readonly each: TakesFields<Operation> extends true
        ? ProjectingEach<Operation, Items>
        : (...call: EachArguments<Operation>) => AsyncGenerator<Row<Data<Operation>, Items>, void, undefined>;
    }
  : unknown;

type ProjectingEach<Operation, Items> = {
  <const Fields extends object>(
    argument: Argument<Operation> & { readonly fields: Fields & CheckedFields<Fields, Data<Operation>> },
    options?: EachOptions,
  ): AsyncGenerator<Projected<Row<Data<Operation>, Items>, Fields>, void, undefined>;
  (...call: EachArguments<Operation>): AsyncGenerator<Row<Data<Operation>, Items>, void, undefined>;
};

type CreatesOnce<Operation, Entry> = Entry extends { naturalKey: readonly string[] }
  ? {
      /**
       * Creates the record once, even where the connection breaks and nobody knows whether the request was heeded: then it looks for
       * the record by its own key, gives it if it is there, and sends the request again only if it is not.
       *
       * @throws Like the call itself, and TypeError where the key is not in the body.
       */
      readonly once: (...call: CallArguments<Operation>) => Promise<Once<Data<Operation>>>;
    }
  : unknown;

/** A record that was created once. */
export type Once<Record> = {
  /** The record, as it was created or found. */
  readonly data: Record;
  /**
   * `created`: the first request was answered. `found`: no answer came, and the record was there when looked for. `repeated`: it was not
   * there, and the request was sent again.
   */
  readonly outcome: "created" | "found" | "repeated";
  /** How often the creation was sent. */
  readonly attempts: number;
};

/** What may be set for one call. */
export type CallOptions = {
  /** Aborts the call; it is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the whole answer must be there, retries and waits included, 1 to 2,147,483,647; the client's own limit by default. */
  readonly timeoutMs?: number | undefined;
  /** Further request headers. They win over the client's own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether, how often and how soon the request is sent again; as the client says by default. */
  readonly retry?: boolean | RetryOptions | undefined;
};

/** What `each` may be told. The options of a call hold for each page. */
export type EachOptions = CallOptions & {
  /**
   * Hears of a list whose total rose or fell while it was read. Rows that come twice are left out, and after a fall pages are read again. A
   * row that goes while another one comes leaves the total as it is, and is not noticed.
   */
  readonly onListChange?: ((change: { readonly before: number; readonly after: number }) => void) | undefined;
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

/** A call's argument, which may be left out where nothing in it is required, and its options. */
export type CallArguments<Operation> = WithOptions<Argument<Operation>, CallOptions>;

type EachArguments<Operation> = WithOptions<Argument<Operation>, EachOptions>;

/** An argument, which may be left out where nothing in it is required, and options. */
export type WithOptions<Given, Options> = keyof Given extends never
  ? [argument?: undefined, options?: Options]
  : Partial<Given> extends Given
    ? [argument?: Given, options?: Options]
    : [argument: Given, options?: Options];

/** What stands behind some names, one row of it. */
type Row<Body, Way> = Way extends readonly [infer Name extends keyof Body, ...infer Rest]
  ? Row<Body[Name], Rest>
  : Body extends readonly (infer One)[]
    ? One
    : never;

type TakesFields<Operation> = Operation extends { parameters: { header?: infer Header } }
  ? [Header] extends [undefined]
    ? false
    : "fields" extends keyof NonNullable<Header>
      ? true
      : false
  : false;

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
