import { connect, type Socket } from "node:net";

/** What a round of requests came to. */
export type Round = { readonly perSecond: number; readonly statuses: ReadonlyMap<number, number> };

const CONNECTIONS = 8;

/**
 * Sends requests over some connections that stay open, each as soon as the one before it is answered, and counts the answers. Bare
 * sockets: an HTTP client would take more of the processor than the servers do.
 *
 * @param next - The next request, as it goes over the wire; undefined when there are no more.
 */
export async function load(port: number, next: () => string | undefined): Promise<Round> {
  const statuses = new Map<number, number>();
  const begun = performance.now();
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => keepAsking(port, next, statuses)));
  const seconds = (performance.now() - begun) / 1000;
  return { perSecond: counts.reduce((sum, count) => sum + count, 0) / seconds, statuses };
}

/** As {@link load}, for a time. */
export async function loadFor(port: number, durationMs: number, next: () => string): Promise<Round> {
  const end = performance.now() + durationMs;
  return await load(port, () => (performance.now() < end ? next() : undefined));
}

/** Sends one request on a connection of its own, and gives the status of its answer. */
export async function exchange(port: number, request: string): Promise<number> {
  const statuses = new Map<number, number>();
  const requests = [request];
  await keepAsking(port, () => requests.shift(), statuses);
  const [status] = statuses.keys();
  if (status === undefined) throw new Error("There was no answer.");
  return status;
}

function keepAsking(port: number, next: () => string | undefined, statuses: Map<number, number>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    let count = 0;
    const ask = () => {
      const request = next();
      if (request === undefined) socket.end(() => resolve(count));
      else socket.write(request);
    };
    onAnswers(socket, (status) => {
      count += 1;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      ask();
    });
    socket.once("connect", ask);
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("The connection was closed.")));
  });
}

/** Finds the ends of answers: all of them have a length, or no body. */
function onAnswers(socket: Socket, answered: (status: number) => void): void {
  let received = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    for (let end = endOfAnswer(received); end !== undefined; end = endOfAnswer(received)) {
      const status = Number(received.toString("latin1", 9, 12));
      received = received.subarray(end);
      answered(status);
    }
  });
}

function endOfAnswer(received: Buffer): number | undefined {
  const head = received.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const [, length = "0"] = /content-length: (\d+)/i.exec(received.toString("latin1", 0, head)) ?? [];
  const end = head + 4 + Number(length);
  return received.length < end ? undefined : end;
}
