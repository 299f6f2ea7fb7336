import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Mock } from "./create-mock.js";
import { allowCrossOrigin } from "./cross-origin.js";
import { readTarget } from "./read-target.js";
import { Refusal } from "./refusal.js";
import { openUpload } from "./upload.js";

/** What a request's `Expect` header waits for. After the word to continue it waits for nothing more. */
type Expectation = "nothing" | "continue" | "unknown";

type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse; expectation: Expectation };

/** Answers a server's requests with a mock; those that arrive before it is ready wait. */
export function serveRequests(server: Server, mock: Promise<Mock>): void {
  const serveAs = (expectation: Expectation) => async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // A client that goes away is no fault of ours.
    incoming.on("error", () => {});
    outgoing.on("error", () => {});
    const exchange: Exchange = { incoming, outgoing, expectation };
    try {
      await send(exchange, await answer(exchange, await mock));
    } catch {
      incoming.destroy();
    }
  };
  server.on("request", serveAs("nothing"));
  server.on("checkContinue", serveAs("continue"));
  server.on("checkExpectation", serveAs("unknown"));
}

async function answer(exchange: Exchange, mock: Mock): Promise<Response> {
  try {
    const request = toRequest(exchange);
    if (exchange.incoming.method !== "TRACE") return await mock(request);
    const { headers } = await mock(request);
    throw new Refusal(405, "TRACE is not answered.", { allow: headers.get("allow") ?? "OPTIONS" });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const { status, message, headers } = problem;
    return allowCrossOrigin(Response.json({ error: message }, { status, headers }));
  }
}

/** TRACE, which a Request cannot be, becomes OPTIONS: its answer names the methods that the path has. */
function toRequest(exchange: Exchange): Request {
  const { incoming, expectation } = exchange;
  const method = incoming.method === "TRACE" ? "OPTIONS" : (incoming.method ?? "");
  const { host } = incoming.headers;
  if (host === undefined && incoming.httpVersion === "1.1") throw new Refusal(400, "The header Host is missing.");
  if (expectation === "unknown") throw new Refusal(417, "Expect may hold 100-continue only.");
  const url = readTarget(incoming.url ?? "", host);
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const body = openUpload(incoming, () => invite(exchange));
  return new Request(url, { method, headers, body, duplex: "half" });
}

function invite(exchange: Exchange): void {
  if (exchange.expectation === "continue") exchange.outgoing.writeContinue();
  exchange.expectation = "nothing";
}

/** Sends an answer at once, even while the body still arrives; the rest of the body is read and thrown away. */
async function send({ incoming, outgoing, expectation }: Exchange, response: Response): Promise<void> {
  const body = response.body === null ? undefined : Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  if (body !== undefined) headers["content-length"] = String(body.length);
  // Nobody knows whether a client that was not told to continue will send its body.
  if (expectation !== "nothing") headers.connection = "close";
  outgoing.writeHead(response.status, headers);
  if (incoming.complete || expectation !== "nothing") {
    outgoing.end(body);
    return;
  }
  // Closing now would reset the connection, and the client might never see the answer.
  if (body === undefined) outgoing.flushHeaders();
  else outgoing.write(body);
  await drain(incoming);
  outgoing.end();
}

/** The server's request timeout ends a body that never ends. */
async function drain(incoming: IncomingMessage): Promise<void> {
  incoming.resume();
  if (!incoming.readableEnded && !incoming.destroyed)
    await Promise.race([once(incoming, "end"), once(incoming, "close")]);
}
