import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { answer } from "./server/answer.ts";
import { readFiles } from "./server/read-files.ts";
import { readSettings } from "./settings.ts";

export interface SiteOptions {
  /** 0 to 65535; 0 takes any free port. */
  port: number;
  /** `127.0.0.1` by default: only this machine gets in. */
  host?: string;
  /** What to serve; the built site by default. It is read once, so a build that runs meanwhile does no harm. */
  folder?: string;
  /** The path that the site was built for, with a slash at each end; by default the one that it is built for now. */
  base?: string;
}

export interface Site {
  /** Such as `http://127.0.0.1:4000`. */
  origin: string;
  /** The start page: the origin and the base. */
  address: string;
  /** Stops serving and ends open connections. */
  close(): Promise<void>;
}

/**
 * Serves the built site.
 *
 * @throws With a sentence that says what to do: when the site is not built, when the port is taken or no port number.
 */
export async function startSite(options: SiteOptions): Promise<Site> {
  const settings = readSettings();
  const { port, host = "127.0.0.1", folder = fileURLToPath(settings.outFolder), base = settings.base } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`${port} is no port number. Choose one from 0 to 65535: --port 4001.`);
  }
  const files = await readFiles(folder);
  const server = createServer((request, response) => answer({ files, base }, request, response));
  await listen(server, port, host);
  const origin = originOf(server);
  return { origin, address: origin + base, close: () => close(server) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken. Choose another: --port ${port === 65_535 ? 4001 : port + 1}.`,
    EACCES: `Port ${port} needs more rights than you have. Choose one above 1023: --port 4000.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Leave --host out, or take 0.0.0.0 for every address.`,
    ENOTFOUND: `${host} is no known host. Leave --host out, or take 0.0.0.0 for every address.`,
  };
  const sentence =
    sentences[error.code ?? ""] ?? `The site cannot be served on ${host}, port ${port}: ${error.message}`;
  return new Error(sentence, { cause: error });
}

function originOf(server: Server): string {
  // A server that listens on a port has an address of this kind.
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
