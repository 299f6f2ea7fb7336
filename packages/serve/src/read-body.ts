import type { Exchange, Front } from "./exchange.js";
import { Refusal } from "./refusal.js";

/**
 * Reads the body of a request. A client that sent `Expect: 100-continue`, and waits for a word, is told to go on. The
 * connection stays open whatever happens: the answer is still to be sent.
 *
 * @throws Refusal - 413 past the limit, 400 when the client goes away before the end.
 */
export async function readBody(exchange: Exchange, front: Front): Promise<Uint8Array> {
  const { incoming } = exchange;
  if (Number(incoming.headers["content-length"] ?? 0) > front.maxBodyBytes) throw tooLarge(front);
  invite(exchange);
  if (incoming.destroyed) throw cutShort();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= front.maxBodyBytes) chunks.push(chunk);
      else reject(tooLarge(front));
    });
    incoming.once("end", () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    // After the end too; an error that nobody gets would be a fifth of the time that a request takes.
    incoming.once("close", () => incoming.readableEnded || reject(cutShort()));
  });
}

function invite(exchange: Exchange): void {
  if (exchange.expectation === "continue") exchange.outgoing.writeContinue();
  exchange.expectation = "nothing";
}

function tooLarge({ maxBodyBytes, name }: Front): Refusal {
  return new Refusal(413, `The body is larger than ${maxBodyBytes} bytes, which is all that ${name} reads.`);
}

function cutShort(): Refusal {
  return new Refusal(400, "The body ended before its announced length.");
}
