import { createServer, type Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { answerBrokenRequests } from "./broken-requests.js";
import { createMock, type MockOptions } from "./create-mock.js";
import { serveRequests } from "./serve-requests.js";

/** Where a mock listens, and how patient it is. */
export type StartOptions = MockOptions & {
  /** 0 takes a free one. */
  port: number;
  /** Default 127.0.0.1: only this machine reaches the mock. */
  host?: string;
  /** How long a whole request may take to arrive. Default 30,000. */
  requestTimeoutMs?: number;
};

/** A mock that listens. `close` lets answers that are under way finish, for half a second at most. */
export type RunningMock = { origin: string; close(): Promise<void> };

const DEFAULT_HOST = "127.0.0.1";
const DEFAULT_REQUEST_TIMEOUT_MS = 30_000;
const GRACE_MS = 500;
const ANY_ADDRESS = ["0.0.0.0", "::"];

/**
 * Serves both APIs over HTTP.
 *
 * @throws Error - when the port cannot be had; its message says which, and how to choose another.
 */
export async function startMock(options: StartOptions): Promise<RunningMock> {
  const { port, host = DEFAULT_HOST, requestTimeoutMs = DEFAULT_REQUEST_TIMEOUT_MS } = options;
  const server = createServer({
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, requestTimeoutMs),
    // Node refuses a missing Host without a body; we say what is missing.
    requireHostHeader: false,
  });
  // The port first: one that is taken is told at once. What arrives before Prism is loaded waits for it.
  await listen(server, port, host);
  const mock = createMock(options);
  answerBrokenRequests(server);
  serveRequests(server, mock);
  await mock.catch((error) => close(server).then(() => Promise.reject(error)));
  return { origin: originOf(server, host), close: () => close(server) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Error(describeListenError(error, port, host), { cause: error })));
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      // A connection that cannot be accepted, for want of file handles, is no reason to stop.
      server.on("error", () => {});
      resolve();
    });
  });
}

function describeListenError(error: NodeJS.ErrnoException, port: number, host: string): string {
  const other = port < 65_535 ? port + 1 : port - 1;
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is already in use. Choose another, for example --port ${other}, or stop what listens there.`;
  }
  if (error.code === "EACCES") {
    return `Port ${port} is not open to this user. Choose one above 1023, for example --port 4010.`;
  }
  return `Nothing can listen on host ${host} (${error.code}). Leave out --host to listen on ${DEFAULT_HOST}.`;
}

function originOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = ANY_ADDRESS.includes(host) ? "localhost" : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
