import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Outgoing } from "./answer.js";
import { answerRefusal } from "./answer-refusal.js";
import type { Front } from "./exchange.js";
import { STATUS_CODES } from "./http.js";
import { Refusal } from "./refusal.js";

/** Node's parser refuses a request with more header lines. */
export const MAX_HEADERS = 200;

const METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
const LINGER_MS = 2000;

/** What Node's parser says, as a status and a sentence. Anything else is a 400. */
const PROBLEMS: Readonly<Record<string, { status: number; message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: `The headers are larger than 16 KiB in all, or more than ${MAX_HEADERS}.`,
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, message: "The chunk extensions are larger than 16 KiB." },
  HPE_INVALID_METHOD: { status: 400, message: `The method is not known; use one of ${METHODS}.` },
  HPE_INVALID_EOF_STATE: { status: 400, message: "The request ended before its end." },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: "The request did not arrive in time." },
};
const NOT_HTTP = { status: 400, message: "The request is not well-formed HTTP/1.1." };

/**
 * Answers what is not HTTP enough to become a request, on the bare socket, and closes it. Node alone would send no body,
 * or no answer at all.
 */
export function answerBrokenRequests(server: Server, front: Front): void {
  const latest = new WeakMap<Duplex, ServerResponse>();
  const remember = ({ socket }: IncomingMessage, outgoing: ServerResponse) => latest.set(socket, outgoing);
  for (const event of ["request", "checkContinue", "checkExpectation"]) server.prependListener(event, remember);

  const refused = new WeakSet<Duplex>();
  const refuse = (socket: Duplex, refusal: Refusal) => {
    // What comes after the first broken byte is broken too.
    if (refused.has(socket)) return;
    refused.add(socket);
    whenFree(latest.get(socket), socket, () => sendOn(socket, answerRefusal(refusal, front)));
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const { status, message } = PROBLEMS[error.code ?? ""] ?? NOT_HTTP;
    refuse(socket, new Refusal(status, message));
  });
  server.on("connect", (_request, socket) => {
    refuse(socket, new Refusal(405, `CONNECT is not answered: ${front.name} is no proxy.`, { allow: METHODS }));
  });
}

/**
 * Waits until earlier requests of the connection are answered. An answer that is half sent cannot be taken back; one that
 * is still to come finds the socket closed.
 */
function whenFree(pending: ServerResponse | undefined, socket: Duplex, act: () => void): void {
  if (pending === undefined || pending.writableFinished) act();
  else if (pending.req.complete) pending.once("finish", act);
  else if (pending.headersSent) socket.destroy();
  else act();
}

/** Reads on for a while: closing at once would reset the connection, and the client might never see the answer. */
function sendOn(socket: Duplex, { status, headers, body }: Outgoing): void {
  socket.on("error", () => {});
  const fields = { ...headers, connection: "close", "content-length": Buffer.byteLength(body) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
