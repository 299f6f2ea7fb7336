import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { CannotRun } from "../cannot-run.js";
import { readTarget } from "../run/read-target.js";
import { recordedBody } from "./body-text.js";
import { decompress } from "./decompress.js";
import { pairsOf } from "./end-to-end.js";
import {
  headerOf,
  MAX_BODY_BYTES,
  type RecordedBody,
  type RecordedExchange,
  type RecordedHeader,
} from "./recorded-exchange.js";
import { MAX_HEAD_BYTES, type Passed, relay } from "./relay.js";
import { speak, speakRaw } from "./speak.js";

/** What a recording proxy is started with. */
export type RecordingProxyOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** An origin, e.g. `https://tos.example`. */
  readonly target: string;
  /** Default 127.0.0.1: only this machine reaches the proxy. */
  readonly host?: string | undefined;
  /** Called once for every exchange that was passed on, when it is over; `number` tells in which order they began. */
  readonly onExchange: (recorded: RecordedExchange) => void;
  /** The most that is kept of a body, with its content encoding and without. Default 8 MiB. Longer ones are passed on all the same. */
  readonly maxBytes?: number | undefined;
  /** Tells when a request began. */
  readonly clock?: (() => Date) | undefined;
};

/** A proxy that listens. */
export type RecordingProxy = {
  readonly origin: string;
  /** Cuts what is under way. Rejects with what `onExchange` threw first, if it did. */
  close(): Promise<void>;
};

/**
 * Starts a reverse proxy that passes everything on to one target, and tells of every exchange. It changes no byte: method, path and
 * query go as they were sent, headers with their order, case and repetitions, bodies as they come, not unpacked and not waited for.
 *
 * What differs, because HTTP/1.1 demands it: `Host` names the target; what `Connection` lists is dropped, and offers to change the
 * protocol with it; a message is cut into chunks anew; spaces around header values go; HTTP/1.0 becomes 1.1. Links and redirects to the
 * target's own origin lead past the proxy. Refused are methods that Node does not know, paths with other letters than ASCII, heads longer
 * than 64 KiB, CONNECT, WebSockets, and requests as to a forward proxy. What the proxy itself says has the header `x-quayside-proxy`.
 *
 * Each connection of a sender has one to the target, so that both are kept alive or closed together. Certificates are checked.
 *
 * @throws CannotRun when the target is no origin, or the port cannot be had.
 */
export async function startRecordingProxy(options: RecordingProxyOptions): Promise<RecordingProxy> {
  const target = new URL(readTarget(options.target));
  const recorder = openRecorder(options);
  const server = createServer({
    maxHeaderSize: MAX_HEAD_BYTES,
    // How long anything may take is between the sender and the target.
    requestTimeout: 0,
    headersTimeout: 0,
    keepAliveTimeout: 0,
    requireHostHeader: false,
  });
  server.maxHeadersCount = 0;
  const connectionOf = openConnections(target);
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    const refused = refusalOf(request);
    if (refused !== undefined) {
      speak(response, refused.status, "refused", refused.says);
      return;
    }
    const connection = connectionOf(request.socket);
    connection.isUsed = true;
    const { maxBytes, begin } = recorder;
    relay(request, response, { target, agent: connection.agent, maxBytes, begin });
  };
  for (const event of ["request", "checkContinue", "checkExpectation"]) server.on(event, pass);
  refuseOtherProtocols(server, connectionOf);
  const origin = await listen(server, options);
  return {
    origin,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      await recorder.settled();
    },
  };
}

/** A sender's connection: what requests on it are passed on with, and whether any was. */
type Connection = { readonly agent: Agent; isUsed: boolean };

/** When a connection goes, all that is under way for it and all that waits goes with it. */
function openConnections(target: URL): (socket: Duplex) => Connection {
  const connections = new WeakMap<Duplex, Connection>();
  const settings = { keepAlive: true, maxSockets: 1 };
  return (socket) => {
    const known = connections.get(socket);
    if (known !== undefined) return known;
    const isTls = target.protocol === "https:";
    const agent = isTls ? new TlsAgent({ ...settings, rejectUnauthorized: true }) : new Agent(settings);
    const connection = { agent, isUsed: false };
    connections.set(socket, connection);
    // Every request that waits on a connection listens for its end.
    socket.setMaxListeners(0).once("close", () => {
      agent.destroy();
      // For what waited, Node opens a connection all the same.
      agent.on("free", (unused: Socket) => unused.destroy());
    });
    return connection;
  };
}

function refusalOf({ url = "", headers, rawHeaders }: IncomingMessage): { status: number; says: string } | undefined {
  if (!url.startsWith("/") && url !== "*") {
    const says = "it stands in front of one target; call it in the target's place, not as an HTTP proxy";
    return { status: 400, says };
  }
  // Node writes such a head as UTF-8, whatever it was.
  if (headers.expect !== undefined && /[^\0-\x7f]/.test(url + rawHeaders.join("")))
    return { status: 400, says: "a head with Expect cannot be passed on with other letters than ASCII" };
  // HTTP/2 is a mere offer: who makes it goes on in HTTP/1.1 when nobody takes it.
  const isAsked = /\bupgrade\b/i.test(headers.connection ?? "") && !/\bh2c\b/i.test(headers.upgrade ?? "");
  return isAsked ? { status: 501, says: "it does not change protocols, such as to WebSocket" } : undefined;
}

function refuseOtherProtocols(server: Server, connectionOf: (socket: Duplex) => Connection): void {
  server.on("connect", (_: IncomingMessage, socket: Duplex) => {
    socket.on("error", () => {});
    endWith(socket, "501 Not Implemented", "it opens no tunnels; call it in the target's place");
  });
  server.on("clientError", (error, socket) => {
    const isTooLong = "code" in error && error.code === "HPE_HEADER_OVERFLOW";
    // Words of ours must not get into an answer that is under way.
    if (!socket.writable || connectionOf(socket).isUsed) socket.destroy();
    else if (isTooLong)
      endWith(socket, "431 Request Header Fields Too Large", "the request's head is longer than 64 KiB");
    else endWith(socket, "400 Bad Request", "what was sent is no HTTP/1.1 request");
  });
}

/** Whoever does not hang up must not keep the proxy from closing. */
function endWith(socket: Duplex, status: string, says: string): void {
  socket.end(speakRaw(status, "refused", says), () => socket.destroy());
}

async function listen(server: Server, { port, host = "127.0.0.1" }: RecordingProxyOptions): Promise<string> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const why = error instanceof Error && "code" in error ? error.code : String(error);
    throw new CannotRun(`Port ${port} of ${host} cannot be had (${why}). Give another port; 0 takes a free one.`);
  }
  const { address, family, port: taken } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${taken}`;
}

/** Numbers exchanges as they begin, and tells of them as they end. */
function openRecorder({ onExchange, maxBytes = MAX_BODY_BYTES, clock = () => new Date() }: RecordingProxyOptions) {
  const pending = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let count = 0;
  const begin = () => {
    count += 1;
    const head = { number: count, startedAt: clock().toISOString() };
    const start = performance.now();
    let end: (passed: Passed) => void = () => {};
    const told = new Promise<Passed>((resolve) => {
      end = resolve;
    })
      .then((passed) => recordedOf(passed, { ...head, durationMs: performance.now() - start }, maxBytes))
      .then(onExchange)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => pending.delete(told));
    pending.add(told);
    return end;
  };
  const settled = async () => {
    await Promise.all(pending);
    if (failures.length > 0) throw failures[0];
  };
  return { begin, settled, maxBytes };
}

type Times = Pick<RecordedExchange, "number" | "startedAt" | "durationMs">;

async function recordedOf(passed: Passed, times: Times, maxBytes: number): Promise<RecordedExchange> {
  const { method, url, sentHeaders, sentBody, answer, answerBody, problem } = passed;
  const request = { method, url, ...(await messageOf(sentHeaders, sentBody, maxBytes)) };
  if (answer === undefined) return { ...times, request, answer: undefined, problem };
  const { statusCode: status = 0, statusMessage: statusText = "" } = answer;
  const message = await messageOf(answer.rawHeaders, answerBody, maxBytes);
  return { ...times, request, answer: { status, statusText, ...message }, problem };
}

async function messageOf(raw: readonly string[], bytes: Uint8Array | undefined, maxBytes: number) {
  const headers: RecordedHeader[] = pairsOf(raw).map(([name, value]) => ({ name, value }));
  const encoding = headerOf({ headers, body: "" }, "content-encoding") ?? "";
  const plain = bytes && (await decompress(bytes, encoding, maxBytes));
  const body: RecordedBody = plain && recordedBody(plain, headerOf({ headers, body: "" }, "content-type"));
  return { headers, body };
}
