import { readFile } from "node:fs/promises";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { answer, redirectTo } from "./ill-answers.js";
import { type Listening, listenHttp } from "./listen.js";

/** How many requests are answered before a server falls ill that is healthy for a while. */
export const HEALTHY_REQUESTS = 20;

/** An address at which something listened, and does no more. */
export async function startNothing(): Promise<Listening> {
  const { origin, close } = await listenHttp(() => {});
  await close();
  return { origin, close: async () => {} };
}

/** Redirects to a server under another name, which counts who comes. */
export async function startRedirecting(): Promise<Listening & { followed(): number }> {
  let came = 0;
  const elsewhere = await listenHttp((_, response) => {
    came += 1;
    response.end();
  });
  const there = elsewhere.origin.replace("127.0.0.1", "localhost");
  const { origin, close } = await listenHttp(answer((path) => redirectTo(`${there}${path}`)));
  return { origin, followed: () => came, close: async () => void (await Promise.all([close(), elsewhere.close()])) };
}

/** Passes requests on, and is gone after {@link HEALTHY_REQUESTS}. */
export async function startDying(behind: string): Promise<Listening> {
  let left = HEALTHY_REQUESTS;
  const server = await listenHttp((sent, response) => {
    left -= 1;
    if (left < 0) void server.close();
    else passOn(behind, sent, response);
  });
  return server;
}

/** Passes requests on over TLS, and after {@link HEALTHY_REQUESTS} cuts all connections and takes another certificate. */
export async function startChangingCertificate(behind: string): Promise<Listening> {
  const [first, second] = await Promise.all([readPem("first"), readPem("second")]);
  let left = HEALTHY_REQUESTS;
  const server = createServer({ key: first, cert: first }, (sent, response) => {
    left -= 1;
    if (left >= 0) return passOn(behind, sent, response);
    server.setSecureContext({ key: second, cert: second });
    server.closeAllConnections();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { origin: `https://127.0.0.1:${port}`, close };
}

async function readPem(which: "first" | "second"): Promise<Buffer> {
  return await readFile(new URL(`pem/test-only-${which}.pem`, import.meta.url));
}

function passOn(behind: string, sent: IncomingMessage, response: ServerResponse): void {
  const { hostname, port } = new URL(behind);
  const { method, url: path, headers } = sent;
  const passed = request({ hostname, port, path, method, headers }, (came) => {
    response.writeHead(came.statusCode ?? 502, came.headers);
    came.pipe(response);
  });
  passed.on("error", () => response.destroy());
  sent.pipe(passed);
}
