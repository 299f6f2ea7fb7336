import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request and its answer. */
export interface Recorded {
  method: string;
  /** Path and query as they were sent. */
  target: string;
  /** By names in lower case, each character a byte. */
  headers: IncomingMessage["headers"];
  body: string;
  answer: { status: number; body: string };
}

export interface Recorder {
  origin: string;
  /** In the order in which they were answered. */
  recorded: Recorded[];
  close(): Promise<void>;
}

/**
 * Listens on a port of its own, records what is asked there, and answers it with what `answer` gives.
 *
 * @param answer - Is told how many requests have been answered before.
 */
export async function openRecorder(
  answer: (request: Omit<Recorded, "answer">, at: number) => Promise<Response> | Response,
): Promise<Recorder> {
  const recorded: Recorded[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    const request = { method, target: url, headers, body: (await buffer(incoming)).toString() };
    const response = await answer(request, recorded.length);
    const body = await response.text();
    recorded.push({ ...request, answer: { status: response.status, body } });
    outgoing.writeHead(response.status, { "content-type": response.headers.get("content-type") ?? "" }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    recorded,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Hands a request on to a sandbox, into a session of it. */
export function askSandbox(
  origin: string,
  session: string | undefined,
  request: Omit<Recorded, "answer">,
): Promise<Response> {
  const { authorization, "content-type": contentType, fields } = request.headers;
  const kept = { authorization, "content-type": contentType, fields, "x-sandbox-session": session };
  const headers = Object.entries(kept).filter((header): header is [string, string] => typeof header[1] === "string");
  return fetch(origin + request.target, { method: request.method, headers, body: request.body || null });
}
