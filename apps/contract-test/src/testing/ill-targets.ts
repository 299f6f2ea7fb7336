import type { RequestListener } from "node:http";
import { fileURLToPath } from "node:url";
import { htmlPage } from "./change-answer.js";
import {
  answer,
  deepJson,
  drip,
  headWith,
  json,
  promise,
  redirectTo,
  sendBytes,
  sendGzipBomb,
  sendHeadersWithoutEnd,
  tenMegabytes,
} from "./ill-answers.js";
import { startChangingCertificate, startDying, startNothing, startRedirecting } from "./ill-servers.js";
import { type Listening, listenHttp, listenRaw } from "./listen.js";

/** A server that listens, and is ill. */
export type IllServer = Listening & {
  /** Of the one that redirects to another host: how many requests came to that host. */
  readonly followed?: () => number;
};

/** A server that is ill in one way, and what a run on it must come to. */
export type IllTarget = {
  readonly name: string;
  /** 1 where what it does breaks the spec, 2 where that cannot be told; never 0. */
  readonly exitCode: 1 | 2;
  /** A piece of what the command must say. */
  readonly says: string;
  /**
   * Starts it.
   *
   * @param behind - The origin of a healthy server, for those that are healthy for a while.
   */
  readonly start: (behind: string) => Promise<IllServer>;
  /** Of a server with TLS: the file to trust, for `NODE_EXTRA_CA_CERTS`. */
  readonly trust?: string;
  /** Of a server that is waited for in vain: a short time for `--timeout-ms`. */
  readonly timeoutMs?: number;
};

const LATE = { exitCode: 2, says: "no whole answer within", timeoutMs: 400 } as const;
const CUT = "it cut the connection";
const NO_HTTP = "something answers there, but not in HTTP";
const LARGE = "the body is longer than";

/** One server of each illness. */
export const ILL_TARGETS: readonly IllTarget[] = [
  { name: "listens no more", exitCode: 2, says: "nothing listens there", start: startNothing },
  { name: "accepts, and says nothing", ...LATE, start: () => listenRaw(() => {}) },
  { name: "sends a byte a second, without end", ...LATE, start: () => listenHttp(drip(1000)) },
  { name: "promises an answer without end", ...LATE, start: () => listenHttp(promise(1000)) },
  {
    name: "cuts the connection at once",
    exitCode: 2,
    says: CUT,
    start: () => listenRaw((socket) => void socket.destroy()),
  },
  answering("cuts the connection in the headers", 2, CUT, () => sendBytes("HTTP/1.1 200 OK\r\ncontent-type: appli")),
  answering("cuts the connection in the body", 2, CUT, () => sendBytes(`${headWith("content-length: 1000")}{"id":`)),
  answering("sends more than it says", 1, "malformed-json", () =>
    sendBytes(`${headWith("content-length: 5")}{"id":1}`),
  ),
  answering("sends chunks of no length", 2, NO_HTTP, () =>
    sendBytes(`${headWith("transfer-encoding: chunked")}zz\r\n`),
  ),
  answering("sends headers without end", 2, "Headers Overflow", () => sendHeadersWithoutEnd),
  {
    name: "does not speak HTTP",
    exitCode: 2,
    says: NO_HTTP,
    start: () => listenRaw((socket) => void socket.write("220 mail.example ESMTP\r\n")),
  },
  answering("sends 10 MB of JSON", 2, LARGE, () => answer(json(200, tenMegabytes()))),
  answering("sends a gzip bomb", 2, LARGE, sendGzipBomb),
  answering("sends JSON of 100,000 levels", 1, "wrong-type", () => answer(json(200, deepJson()))),
  answering("sends a page", 1, "undeclared-content-type", () => answer(htmlPage(200))),
  answering("sends a page that says that it failed", 1, "server-error", () => answer(htmlPage(500))),
  answering("is busy for ever", 2, "target-busy", () =>
    answer(json(429, '{"error":"Later."}', { "retry-after": "86400" })),
  ),
  answering("redirects to itself", 1, "redirected", () => answer(redirectTo)),
  answering("redirects round and round", 1, "redirected", () =>
    answer((path) => redirectTo(path === "/one" ? "/two" : "/one")),
  ),
  { name: "redirects to another host", exitCode: 1, says: "redirected", start: startRedirecting },
  { name: "dies half way", exitCode: 2, says: "stopped answering on the way", start: startDying },
  {
    name: "changes its certificate half way",
    exitCode: 2,
    says: "its certificate is not trusted",
    start: startChangingCertificate,
    trust: fileURLToPath(new URL("pem/test-only-first.pem", import.meta.url)),
  },
];

function answering(name: string, exitCode: 1 | 2, says: string, makeListener: () => RequestListener): IllTarget {
  return { name, exitCode, says, start: () => listenHttp(makeListener()) };
}
