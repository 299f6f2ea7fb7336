import type { Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";

const GRACE_MS = 500;
const ANY_ADDRESS = ["0.0.0.0", "::"];

/**
 * Opens a server's port.
 *
 * @throws Error - when it cannot be had; its message says why, and what to choose instead.
 */
export function listen(server: Server, port: number, host: string): Promise<void> {
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
    return `Port ${port} is not open to this user. Choose one above 1023, for example --port ${port + 4000}.`;
  }
  return `Nothing can listen on host ${host} (${error.code}). Leave out --host to listen on 127.0.0.1.`;
}

/** Where a server that listens can be reached; from this machine, when it listens everywhere. */
export function originOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = ANY_ADDRESS.includes(host) ? "localhost" : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

/** Stops listening. Answers that are under way may finish for half a second. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
