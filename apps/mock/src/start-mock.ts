import { type Answer, type Incoming, type Outgoing, type Served, serve } from "@quayside/serve";
import { createMock, type Mock, type MockOptions } from "./create-mock.js";

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
export type RunningMock = Served;

/** The largest body that the mock reads, in bytes: 256 KiB. Prism takes seconds to find all that is wrong with a larger one. */
const MAX_BODY_BYTES = 262_144;

/**
 * Serves both APIs over HTTP.
 *
 * @throws Error - when the port cannot be had; its message says which, and how to choose another.
 */
export function startMock(options: StartOptions): Promise<RunningMock> {
  const open = async () => toAnswer(await createMock(options));
  return serve({ ...options, open, maxBodyBytes: MAX_BODY_BYTES, name: "the mock", crossOrigin: true });
}

function toAnswer(mock: Mock): Answer {
  return async (incoming) => toOutgoing(await mock(toRequest(incoming)));
}

/** HEAD becomes GET: the front leaves the body out, and has to know its length. */
function toRequest(incoming: Incoming): Request {
  const { url, headers } = incoming;
  const method = incoming.method === "HEAD" ? "GET" : incoming.method;
  const init = { method, headers: [...headers] };
  if (method === "GET") return new Request(url, init);
  return new Request(url, { ...init, body: ReadableStream.from(readLate(incoming)), duplex: "half" });
}

/** A body that is refused unread must not be asked for. */
async function* readLate(incoming: Incoming): AsyncGenerator<Uint8Array> {
  yield await incoming.bytes();
}

async function toOutgoing(response: Response): Promise<Outgoing> {
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
