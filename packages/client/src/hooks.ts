/** One sending of a request, as hooks are told of it. Nothing in it is secret, and nothing is of a body. */
export type RequestEvent = {
  /** The operation's name in the spec; `requestToken` for the request of an access token. */
  readonly operationId: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path's template, such as `/api/v1/service_orders/{order_number}.json`. */
  readonly path: string;
  /** Which sending of the same call this is, from 1. */
  readonly attempt: number;
};

/** What became of a request. */
export type ResponseEvent = RequestEvent & {
  /** Undefined where no complete answer came. */
  readonly status: number | undefined;
  /** From the sending until the whole answer was there, in milliseconds. */
  readonly durationMs: number;
  /** The answer's `X-Request-Id`, where the server sent one. */
  readonly requestId: string | undefined;
};

/** A request that will be sent again. */
export type RetryEvent = RequestEvent & {
  /** The status that is the reason; undefined where no complete answer came. */
  readonly status: number | undefined;
  /** How long the next sending waits, in milliseconds. */
  readonly delayMs: number;
};

/** Functions that are told what a client does. What they throw is dropped: a log that fails must not fail the call. */
export type Hooks = {
  /** Called before each sending. Headers that it returns, a plain object of texts such as `{ traceparent }`, are sent too. */
  readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Called when the whole answer is there, or none came. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Called before the wait for another sending. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
};

/** Calls a hook. Of one that is asynchronous, nobody waits for the end. */
export function tell<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): unknown {
  try {
    const result = hook?.(event) as Partial<Promise<unknown>> | undefined;
    result?.catch?.(() => {});
    return result;
  } catch {
    return undefined;
  }
}
