import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import { explainNetworkError } from "../wire/explain-network-error.js";
import { endToEnd, pairsOf } from "./end-to-end.js";
import { type Copy, keepCopy } from "./keep-copy.js";
import { speak } from "./speak.js";

/** Where requests are passed on to, and how. */
export type RelayOptions = {
  readonly target: URL;
  /** Of the sender's connection. */
  readonly agent: Agent;
  /** Longer bodies are passed on as all others, and not kept. */
  readonly maxBytes: number;
  /** Called when a request is passed on; what it gives is called when all is over, and a second call tells nothing new. */
  readonly begin: () => (passed: Passed) => void;
};

/** What was passed on. */
export type Passed = {
  readonly method: string;
  /** As the target got it. */
  readonly url: string;
  readonly sentHeaders: readonly string[];
  readonly sentBody: Uint8Array | undefined;
  /** Undefined where the answer did not come, or not as a whole. */
  readonly answer: IncomingMessage | undefined;
  readonly answerBody: Uint8Array | undefined;
  /** Why there is no answer. */
  readonly problem: string;
};

/** Longer heads are refused: four times what Node takes by default. */
export const MAX_HEAD_BYTES = 65_536;

/** One exchange under way. */
type Way = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: URL;
  readonly sent: Copy;
  readonly came: Copy;
  isReached: boolean;
  answer: IncomingMessage | undefined;
  isWhole: boolean;
  problem: string;
};

/**
 * Passes a request on, and its answer back, byte for byte and as they come. A cut on one side becomes a cut on the other.
 */
export function relay(
  request: IncomingMessage,
  response: ServerResponse,
  { target, agent, maxBytes, begin }: RelayOptions,
): void {
  const [sent, came] = [keepCopy(maxBytes), keepCopy(maxBytes)];
  const way: Way = {
    request,
    response,
    target,
    sent,
    came,
    isReached: false,
    answer: undefined,
    isWhole: false,
    problem: "",
  };
  const sentHeaders = withHost(endToEnd(request.rawHeaders), target.host);
  const upstream = openUpstream(way, sentHeaders, agent);
  if (upstream === undefined) {
    speak(response, 400, "refused", "this request cannot be passed on: its head is broken");
    return;
  }
  const done = begin();
  passRequest(way, upstream);
  upstream.on("response", (answer) => passAnswer(way, answer));
  upstream.on("error", (error) => fail(way, error));
  // What cannot be written any more ends with a close.
  response.on("error", () => {});
  whenOver(way, () => {
    if (!way.isWhole && way.problem === "") way.problem = "the sender went before the answer was whole";
    done(passedOf(way, sentHeaders));
  });
}

/** Before Node 24 an answer that waits for another one on its connection is not told when the connection goes. */
function whenOver({ request: { socket }, response }: Way, over: () => void): void {
  const end = () => {
    socket.off("close", end);
    over();
  };
  socket.on("close", end);
  response.on("close", end);
}

/** The target knows itself by its own name. HTTP/1.0 has no such header, and the target is asked in HTTP/1.1. */
function withHost(raw: readonly string[], host: string): string[] {
  const pairs = pairsOf(raw);
  const isHost = (name: string) => name.toLowerCase() === "host";
  if (!pairs.some(([name]) => isHost(name))) return ["Host", host, ...raw];
  return pairs.flatMap(([name, value]) => [name, isHost(name) ? host : value]);
}

function openUpstream({ request, target }: Way, headers: string[], agent: Agent): ClientRequest | undefined {
  const make = target.protocol === "https:" ? requestHttps : requestHttp;
  try {
    const upstream = make({
      protocol: target.protocol,
      hostname: target.hostname.replace(/^\[|\]$/g, ""),
      port: target.port,
      method: request.method,
      path: request.url,
      headers,
      // Node adds nothing of its own: no Connection, no Content-Length, no Transfer-Encoding.
      setDefaultHeaders: false,
      maxHeaderSize: MAX_HEAD_BYTES,
      agent,
    });
    // 0 is any number: the head's length is bounded.
    upstream.maxHeadersCount = 0;
    return upstream;
  } catch {
    return undefined;
  }
}

function passRequest(way: Way, upstream: ClientRequest): void {
  const { request, response, sent } = way;
  upstream.on("socket", (socket) => noticeReached(way, upstream, socket));
  upstream.on("continue", () => response.writeContinue());
  upstream.write(HEAD_ONLY);
  request.on("data", sent.add);
  request.pipe(upstream, { end: false });
  request.on("end", () => {
    upstream.addTrailers(pairsOf(request.rawTrailers));
    upstream.end();
  });
  // What no target takes any more has to be read all the same, or the sender's connection would stand still.
  upstream.on("close", () => request.unpipe(upstream).resume());
}

/** Sends the head before there is a body. `flushHeaders` would write a head as UTF-8, and change what is not ASCII in it. */
const HEAD_ONLY = Buffer.alloc(0);

function noticeReached(way: Way, { reusedSocket }: ClientRequest, socket: Socket): void {
  if (reusedSocket) way.isReached = true;
  else
    socket.once(way.target.protocol === "https:" ? "secureConnect" : "connect", () => {
      way.isReached = true;
    });
}

function passAnswer(way: Way, answer: IncomingMessage): void {
  const { request, response, came } = way;
  way.answer = answer;
  answer.on("error", (error) => cut(way, error));
  answer.on("data", came.add);
  try {
    writeHead(request, response, answer);
  } catch (error) {
    cut(way, error);
    return;
  }
  answer.pipe(response, { end: false });
  answer.on("end", () => {
    if (way.problem !== "") return;
    way.isWhole = true;
    response.addTrailers(pairsOf(answer.rawTrailers));
    response.end();
  });
}

/** HTTP/1.0 has no chunks, and means something else by `Connection`: there Node writes its own. */
function writeHead({ httpVersion }: IncomingMessage, response: ServerResponse, answer: IncomingMessage): void {
  const headers = endToEnd(answer.rawHeaders);
  const isOld = httpVersion === "1.0";
  const own = isOld ? ["date"] : ["date", "connection", "content-length", "transfer-encoding"];
  // So that Node adds nothing of its own.
  for (const name of own) response.removeHeader(name);
  const passed = isOld
    ? pairsOf(headers)
        .filter(([name]) => !/^(connection|keep-alive|transfer-encoding|trailer)$/i.test(name))
        .flat()
    : headers;
  response.writeHead(answer.statusCode ?? 0, answer.statusMessage ?? "", passed);
  response.write(HEAD_ONLY);
}

/** Before an answer: what was not reached is told in words; a target that was, and cut the connection, has it cut to the sender too. */
function fail(way: Way, error: Error): void {
  const { response, target } = way;
  if (response.closed || way.isWhole) return;
  const isHttp = !("code" in error && String(error.code).startsWith("HPE_"));
  // Node calls an answer whole that ends with its connection, however that ended: here is the only sign that it was cut.
  if (way.answer !== undefined || (way.isReached && isHttp)) {
    cut(way, error);
    return;
  }
  way.problem = isHttp ? explainNetworkError(error) : "something answers there, but not in HTTP";
  const says = `${target.origin} gave no answer, ${way.problem}. Check the address, and that the target runs`;
  speak(response, 502, "unreachable", says);
}

/**
 * The sender must see that the answer is not whole. An answer that ends with its connection would look whole after an ordinary end,
 * so there the connection is reset.
 */
function cut(way: Way, error: unknown): void {
  const { response, answer } = way;
  if (response.closed || way.problem !== "") return;
  const where = answer === undefined ? "" : ` in the middle of its answer (status ${answer.statusCode})`;
  way.problem = explainNetworkError(error) + where;
  const endsWithConnection =
    answer !== undefined && !/^(content-length|transfer-encoding)$/im.test(answer.rawHeaders.join("\n"));
  if (response.socket === null) response.destroy();
  else if (endsWithConnection) response.socket.resetAndDestroy();
  else response.socket.destroySoon();
}

function passedOf(
  { request, target, sent, came, answer, isWhole, problem }: Way,
  sentHeaders: readonly string[],
): Passed {
  const { method = "", url = "" } = request;
  return {
    method,
    url: target.origin + (url.startsWith("/") ? url : `/${url}`),
    sentHeaders,
    sentBody: request.complete ? sent.bytes() : undefined,
    answer: isWhole ? answer : undefined,
    answerBody: isWhole ? came.bytes() : undefined,
    problem: isWhole ? "" : problem,
  };
}
