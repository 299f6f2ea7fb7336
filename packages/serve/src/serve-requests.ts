import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Answer, Outgoing } from "./answer.js";
import { answerRefusal } from "./answer-refusal.js";
import type { Exchange, Front } from "./exchange.js";
import { readRequest } from "./read-request.js";
import { Refusal } from "./refusal.js";

const WITHOUT_BODY = [204, 205, 304];

/** Answers a server's requests; those that arrive before the answer is open wait. */
export function serveRequests(server: Server, opening: Promise<Answer>, front: Front): void {
  const serveAs =
    (expectation: Exchange["expectation"]) => async (incoming: IncomingMessage, outgoing: ServerResponse) => {
      // A client that goes away is no fault of ours.
      outgoing.on("error", ignore);
      const exchange: Exchange = { incoming, outgoing, expectation };
      try {
        send(exchange, await answerExchange(exchange, await opening, front));
      } catch {
        cut(exchange);
      }
    };
  server.on("request", serveAs("nothing"));
  server.on("checkContinue", serveAs("continue"));
  server.on("checkExpectation", serveAs("unknown"));
}

function ignore(): void {}

async function answerExchange(exchange: Exchange, answer: Answer, front: Front): Promise<Outgoing> {
  try {
    const reply = await answer(readRequest(exchange, front));
    if (exchange.incoming.method !== "TRACE") return reply;
    throw new Refusal(405, "TRACE is not answered.", { allow: reply.headers.allow ?? "OPTIONS" });
  } catch (problem) {
    if (problem instanceof Refusal) return answerRefusal(problem, front);
    throw problem;
  }
}

/** Sends an answer at once, even while the body still arrives; the rest of the body is read and thrown away. */
function send({ incoming, outgoing, expectation }: Exchange, { status, headers, body }: Outgoing): void {
  const fields: Record<string, string | number> = { ...headers };
  const bodiless = WITHOUT_BODY.includes(status);
  if (!bodiless) fields["content-length"] = Buffer.byteLength(body);
  // Nobody knows whether a client that was not told to continue will send its body.
  if (expectation !== "nothing") fields.connection = "close";
  outgoing.writeHead(status, fields);
  const sent = bodiless || incoming.method === "HEAD" ? "" : body;
  if (incoming.complete || expectation !== "nothing") {
    outgoing.end(sent);
    return;
  }
  // Closing now would reset the connection, and the client might never see the answer.
  if (sent === "") outgoing.flushHeaders();
  else outgoing.write(sent);
  drain(incoming, () => outgoing.end());
}

/** The server's request timeout ends a body that never ends. */
function drain(incoming: IncomingMessage, act: () => void): void {
  if (incoming.readableEnded || incoming.destroyed) {
    act();
    return;
  }
  incoming.once("end", act);
  incoming.once("close", act);
  incoming.resume();
}

/** Ends the connection once the answers to earlier requests on it are sent. */
function cut({ incoming, outgoing }: Exchange): void {
  const { socket } = incoming;
  if (outgoing.socket === null) outgoing.once("socket", () => socket.destroy());
  else socket.destroy();
}
