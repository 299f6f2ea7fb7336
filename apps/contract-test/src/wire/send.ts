import { explainNetworkError } from "./explain-network-error.js";

/** An answer, read to its end. The contract reads it as a `ResponseMessage`. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string };

/** Bounds of one exchange. `timeoutMs` covers everything from connecting to the last byte of the body. */
export type Limits = { timeoutMs: number; maxBytes: number };

/** The target gave no answer that could be judged. `rule` tells how: no-answer, timeout, answer-too-large. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
  readonly rule: "no-answer" | "timeout" | "answer-too-large" | "target-busy";

  constructor(rule: NoAnswer["rule"], message: string) {
    super(message);
    this.rule = rule;
  }
}

/**
 * Sends a request and reads the whole answer as text. Follows no redirect: a redirect is an answer like any other.
 *
 * @param signal - Ends the exchange early.
 * @throws NoAnswer when the connection fails, the time is up or the body exceeds `maxBytes`.
 */
export async function sendOnce(
  request: Request,
  limits: Limits,
  fetch: typeof globalThis.fetch,
  signal?: AbortSignal,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signals = [timeout, request.signal, ...(signal ? [signal] : [])];
  try {
    const response = await fetch(request, { redirect: "manual", signal: AbortSignal.any(signals) });
    return { status: response.status, headers: response.headers, body: await readBody(response, limits.maxBytes) };
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    if (timeout.aborted) throw new NoAnswer("timeout", `no whole answer within ${limits.timeoutMs} ms`);
    throw new NoAnswer("no-answer", explainNetworkError(error));
  }
}

/** Reads at most `maxBytes`; a target that sends more must not fill our memory. */
async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new NoAnswer("answer-too-large", `the body is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
