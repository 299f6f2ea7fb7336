import type { Sending, Sent } from "./connection.js";
import { noAnswer } from "./explain.js";
import { inTime } from "./in-time.js";

/** An answer with its whole body. */
export type Answered = { readonly response: Response; readonly text: string };

/** Sends a request, once. */
export function sendOnce(sending: Sending): Promise<Sent> {
  return inTime(sending, sending.timeoutMs, async (signal) => {
    await authorize(sending, signal);
    sending.attempts = 1;
    return await transmit(sending, signal);
  });
}

/** Sets the credentials, unless the caller did. Who waited for them in vain sends nothing any more. */
export async function authorize({ connection, init, isAuthorized }: Sending, signal: AbortSignal): Promise<void> {
  const value = isAuthorized ? "" : await connection.authorize();
  signal.throwIfAborted();
  if (value) init.headers.set("authorization", value);
}

/** Sends the request and reads the whole answer. */
export async function transmit(sending: Sending, signal: AbortSignal): Promise<Answered> {
  try {
    const response = await sending.connection.fetch(sending.url, { ...sending.init, signal });
    return { response, text: await response.text() };
  } catch (cause) {
    throw noAnswer(sending, cause);
  }
}
