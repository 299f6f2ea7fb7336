import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Contract, findOperation, openContract } from "@quayside/contract";
import dataloy from "@quayside/spec/dataloy.json" with { type: "json" };
import octopi from "@quayside/spec/octopi.json" with { type: "json" };
import { answerCall } from "./answer-call.ts";
import { endToEnd, exchange, type Message } from "./exchange.ts";
import type { Came, Fault, Mutant, Sent } from "./mutant.ts";

/** A proxy with a fault or without one. */
export type Running = {
  readonly origin: string;
  /** In how many calls the fault changed something, since it was put in. */
  hits(): number;
  /** Errors of the fault itself, which the caller met as a cut connection. */
  failures(): readonly unknown[];
  /** Puts another fault in, or none, and forgets what the one before kept. */
  put(mutant: Mutant | undefined): void;
  close(): Promise<void>;
};

type State = {
  mutant: Mutant | undefined;
  hits: number;
  failures: unknown[];
  memories: Map<string, Map<string, unknown>>;
};

const CONTRACTS: Readonly<Record<Mutant["api"], Contract>> = {
  octopi: openContract(octopi),
  dataloy: openContract(dataloy),
};

/**
 * Stands between whoever calls it and the server at `behind`, on a free port of this machine, with exactly one fault put in.
 * Without one it changes nothing.
 *
 * @param behind - An origin with plain http.
 */
export async function startMutant(behind: string, mutant?: Mutant): Promise<Running> {
  const agent = new Agent({ keepAlive: true });
  let state = begin(mutant);
  const server = createServer((request, response) => {
    answer(agent, behind, state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => state.hits,
    failures: () => state.failures,
    put: (next) => {
      state = begin(next);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

function begin(mutant: Mutant | undefined): State {
  return { mutant, hits: 0, failures: [], memories: new Map() };
}

async function answer(agent: Agent, behind: string, state: State, request: IncomingMessage, response: ServerResponse) {
  const { method = "GET", url = "/" } = request;
  const message = { method, url, headers: endToEnd(request.headers), body: await buffer(request) };
  const found = findFault(state.mutant, method, url);
  const came =
    found === undefined
      ? await exchange(agent, behind, message)
      : toBytes(await work(agent, behind, state, found, { ...message, body: message.body.toString() }));
  if (method === "DELETE" && url === "/_sandbox/session") state.memories.delete(sessionOf(message));
  write(response, method, came);
}

type Found = { readonly fault: Fault; readonly contract: Contract; readonly path: Readonly<Record<string, string>> };

/** A call with a method that the spec does not have counts as what a GET of the path would call. */
function findFault(mutant: Mutant | undefined, method: string, url: string): Found | undefined {
  if (mutant === undefined) return undefined;
  const contract = CONTRACTS[mutant.api];
  const [pathname = ""] = url.split("?");
  const match = findOperation(contract, method === "PROPFIND" ? "GET" : method, pathname);
  const fault = match === undefined ? undefined : mutant.faults[match.operation.operationId];
  return match === undefined || fault === undefined ? undefined : { fault, contract, path: match.pathParameters };
}

async function work(agent: Agent, behind: string, state: State, found: Found, sent: Sent): Promise<Came> {
  const session = sessionOf(sent);
  const memory = state.memories.get(session) ?? new Map<string, unknown>();
  state.memories.set(session, memory);
  const send = async (message: Sent) => toText(await exchange(agent, behind, toBytes(message)));
  try {
    const { came, isHit } = await answerCall({ ...found, sent, memory, send });
    state.hits += isHit ? 1 : 0;
    return came;
  } catch (error) {
    state.failures.push(error);
    throw error;
  }
}

function sessionOf({ headers }: Pick<Sent, "headers">): string {
  return headers["x-sandbox-session"] ?? "default";
}

function toBytes<Text extends { readonly body: string }>(
  message: Text,
): Omit<Text, "body"> & { readonly body: Buffer } {
  return { ...message, body: Buffer.from(message.body) };
}

function toText<Bytes extends { readonly body: Buffer }>(
  message: Bytes,
): Omit<Bytes, "body"> & { readonly body: string } {
  return { ...message, body: message.body.toString() };
}

/** Some statuses and answers to HEAD have no body, and no length either. */
function write(
  response: ServerResponse,
  method: string,
  { status, headers, body }: Message & { readonly status: number },
) {
  const isBare = method === "HEAD" || status === 204 || status === 304;
  response.writeHead(status, isBare ? headers : { ...headers, "content-length": body.length });
  response.end(isBare ? undefined : body);
}
