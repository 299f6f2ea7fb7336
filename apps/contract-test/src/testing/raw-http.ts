import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A bare connection to an origin, for requests byte by byte. */
export type RawConnection = {
  readonly socket: Socket;
  /** Writes bytes, one for each character. */
  write(text: string): void;
  /** What has come so far, one character for each byte. */
  received(): string;
  /** Waits until what came is as wanted; rejects when the connection ends before. */
  until(isEnough: (received: string) => boolean): Promise<string>;
  /** Waits for the connection's end; `error` when it was not an ordinary one. */
  ended(): Promise<{ readonly received: string; readonly error: string | undefined }>;
};

/** Connects to an origin. */
export async function connectRaw(origin: string): Promise<RawConnection> {
  const { hostname, port } = new URL(origin);
  return openRaw(await connected(connect(Number(port), hostname)));
}

async function connected(socket: Socket): Promise<Socket> {
  await once(socket, "connect");
  return socket;
}

/** The same for a connection that somebody else opened. */
export function openRaw(socket: Socket): RawConnection {
  const chunks: Buffer[] = [];
  let error: string | undefined;
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.on("error", (reason: NodeJS.ErrnoException) => {
    error = reason.code ?? reason.message;
  });
  const received = () => Buffer.concat(chunks).toString("latin1");
  return {
    socket,
    received,
    write: (text) => void socket.write(text, "latin1"),
    async until(isEnough) {
      while (!isEnough(received())) {
        if (socket.destroyed || socket.readableEnded)
          throw new Error(`The connection ended after: ${received().slice(0, 200)}`);
        await new Promise<void>((resolve) => {
          for (const event of ["data", "end", "close"]) socket.once(event, () => resolve());
        });
      }
      return received();
    },
    async ended() {
      if (!socket.closed) await new Promise<void>((resolve) => socket.once("close", () => resolve()));
      return { received: received(), error };
    },
  };
}

/** Whether a request has come as a whole, with a body of a length or in chunks. */
export function isRequest(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  if (/transfer-encoding/i.test(text)) return /\r\n0\r\n(.+\r\n)*\r\n$/.test(text);
  return text.length - end - 4 >= Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? 0);
}
