import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, expect } from "vitest";
import { startMock } from "../start-mock.js";
import { ORDERS } from "./samples.js";

/** An answer, and whether the client was told to go on with its body. */
export type PortAnswer = { status: number; headers: IncomingMessage["headers"]; body: string; invited: boolean };

const AUTHORIZATION = "Token token=key";

/**
 * Serves a mock for the tests of one file. After each of them it must have had no fault, and answer the next request.
 * `send` begins a request that fetch cannot make; `read` ends it and takes its answer.
 */
export async function openPort() {
  const faults: unknown[] = [];
  const { origin, close } = await startMock({ port: 0, onFault: (fault) => faults.push(fault) });
  const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}) =>
    request(origin + path, { method, headers: { authorization: AUTHORIZATION, ...headers } });
  afterEach(async () => {
    expect([(await read(send("GET", ORDERS))).status, faults], "the next request is served").toEqual([200, []]);
  });
  afterAll(close);
  return { origin, send, read };
}

/** A body given to a client that waits for a word is sent after it, or not at all. */
async function read(sent: ClientRequest, body = ""): Promise<PortAnswer> {
  let invited = false;
  sent.once("continue", () => {
    invited = true;
    sent.end(body);
  });
  if (sent.hasHeader("expect")) sent.flushHeaders();
  else sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer), invited };
}
