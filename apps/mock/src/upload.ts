import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.js";

/** The largest body that the mock reads, in bytes: 256 KiB. Prism takes seconds to find all that is wrong with a larger one. */
export const MAX_BODY_BYTES = 262_144;

/**
 * The body of a request as a stream that is read only when the mock asks for it. It fails with a Refusal: 413 past
 * {@link MAX_BODY_BYTES}, 400 when the client goes away before the end.
 *
 * @param invite - Called before the first byte is read: a client that sent `Expect: 100-continue` waits for a word.
 */
export function openUpload(incoming: IncomingMessage, invite: () => void): ReadableStream<Uint8Array> {
  return ReadableStream.from(readLimited(incoming, invite));
}

async function* readLimited(incoming: IncomingMessage, invite: () => void): AsyncGenerator<Uint8Array> {
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  invite();
  let size = 0;
  try {
    // The connection stays open when the reading stops: the answer is still to be sent.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, "The body ended before its announced length.");
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, `The body is larger than ${MAX_BODY_BYTES} bytes, which is all that the mock reads.`);
}
