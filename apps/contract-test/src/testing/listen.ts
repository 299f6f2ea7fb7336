import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createRawServer, type Server, type Socket } from "node:net";

/** A server that listens on a free port of this machine. */
export type Listening = { readonly origin: string; close(): Promise<void> };

/** Serves HTTP. */
export function listenHttp(answer: RequestListener): Promise<Listening> {
  const server = createServer(answer);
  return listen(server, () => server.closeAllConnections());
}

/** Serves bare connections, for what is not HTTP. */
export function listenRaw(connected: (socket: Socket) => void): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    connected(socket);
  });
  return listen(server, () => sockets.forEach((socket) => void socket.destroy()));
}

async function listen(server: Server, cut: () => void): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    cut();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
