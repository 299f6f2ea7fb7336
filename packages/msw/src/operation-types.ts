import type { HttpHandler } from "msw";

/** Examples of an operation by their names in the spec: the status that each answers. */
export type ExampleStatuses = Readonly<Record<string, number>>;

/** Mocks one operation. `Examples` are the names of its examples in the spec, with the status of each. */
export type OperationMock<Operation, Examples extends ExampleStatuses> = {
  /**
   * Makes the operation's MSW handler.
   *
   * @param answer - A reply, an example's name, or a function of the request that gives one of the two; the first example of a success
   *   by default.
   * @throws TypeError for an origin that is none, Error for an example that the spec does not have.
   */
  (answer?: Answer<Operation, Examples> | Answerer<Operation, Examples>, options?: MockOptions): HttpHandler;
  /** The operation's name in the spec. */
  readonly operationId: string;
  /** Gives an example's reply, a new copy each time, so that a test may change it. */
  readonly example: <Name extends keyof Examples>(
    name: Name,
  ) => Extract<Reply<Operation>, { readonly status: Examples[Name] }>;
};

/** What an operation answers: a documented reply, or the name of an example. */
export type Answer<Operation, Examples> = Reply<Operation> | keyof Examples;

/** Answers a request. */
export type Answerer<Operation, Examples> = (
  request: MockRequest<Operation>,
) => Answer<Operation, Examples> | Promise<Answer<Operation, Examples>>;

/** What may be set for one handler. */
export type MockOptions = {
  /** Answers only what is sent to this origin, such as `https://app.octopi.co`; to any, `*`, by default. */
  readonly origin?: string | undefined;
  /** Answers one request and leaves the next ones to the handlers behind it; `false` by default. */
  readonly once?: boolean | undefined;
};

/** A documented reply; `status` narrows `body`. */
export type Reply<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: DocumentedReply<Status, Responses[Status]> }[keyof Responses]
  : never;

type DocumentedReply<Status, Documented> = Documented extends { content: infer Content }
  ? { readonly status: Status; readonly body: Content[keyof Content]; readonly headers?: ReplyHeaders | undefined }
  : { readonly status: Status; readonly body?: undefined; readonly headers?: ReplyHeaders | undefined };

/** Response headers. A `content-type` among them wins over the documented one. */
export type ReplyHeaders = Readonly<Record<string, string>>;

/** A request that calls the operation. */
export type MockRequest<Operation> = {
  /** Decoded; an encoded slash is a slash. */
  readonly path: PathOf<Operation>;
  readonly query: URLSearchParams;
  /** The JSON body as it was sent: nothing holds it against the spec. `undefined` where the operation takes none. */
  readonly body: BodyOf<Operation>;
  /** The request itself. Its body is still there to be read. */
  readonly request: Request;
};

type PathOf<Operation> = Operation extends { parameters: { path: infer Path } }
  ? { readonly [Name in keyof Path]: string }
  : { readonly [Name in never]: string };

type BodyOf<Operation> = Operation extends { requestBody: { content: { "application/json": infer Json } } }
  ? Json
  : Operation extends { requestBody?: undefined }
    ? undefined
    : unknown;
