import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Contract, findOperation } from "@quayside/contract";
import { openApi } from "../api.js";
import { type Listening, listenHttp } from "./listen.js";

/** What goes to the server behind, and what comes back from it. */
export type Sent = { method: string; url: string; headers: Record<string, string>; body: string };
export type Came = { status: number; headers: Record<string, string>; body: string };

/** One fault in one operation: of what is passed on, of what is passed back, or of the connection. */
export type Fault = {
  readonly operationId: string;
  readonly request?: (sent: Sent) => Sent;
  readonly answer?: (came: Came, sent: Sent) => Came;
  /** Takes the answer's place. */
  readonly connection?: (response: ServerResponse, came: Came) => void;
};

/** Passes everything on to `behind`, with a fault put in; without one it changes nothing that a test could see. */
export function startFaultyServer(apiName: string, behind: string, fault?: Fault): Promise<Listening> {
  const api = openApi(apiName);
  return listenHttp(async (request, response) => {
    const sent = await read(request);
    const active = fault !== undefined && calls(api.contract, sent) === fault.operationId ? fault : undefined;
    const came = await passOn(behind, active?.request?.(sent) ?? sent);
    const changed = active?.answer?.(came, sent) ?? came;
    if (active?.connection === undefined) write(response, changed);
    else active.connection(response, changed);
  });
}

/** What is sent with an unknown method counts as what a GET of the path would call. */
function calls(contract: Contract, { method, url }: Sent): string | undefined {
  const [pathname = ""] = url.split("?");
  return findOperation(contract, method === "PROPFIND" ? "GET" : method, pathname)?.operation.operationId;
}

async function read(request: IncomingMessage): Promise<Sent> {
  const names = Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.includes(name));
  const headers = Object.fromEntries(names.map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? "", url: request.url ?? "", headers, body: await text(request) };
}

const HOP_BY_HOP = ["host", "connection", "content-length", "transfer-encoding", "keep-alive"];

async function passOn(behind: string, { method, url, headers, body }: Sent): Promise<Came> {
  const init = { method, headers, redirect: "manual" } as const;
  const response = await fetch(behind + url, body === "" ? init : { ...init, body });
  const kept = [...response.headers].filter(([name]) => !HOP_BY_HOP.includes(name) && name !== "date");
  return { status: response.status, headers: Object.fromEntries(kept), body: await response.text() };
}

function write(response: ServerResponse, { status, headers, body }: Came): void {
  response.writeHead(status, headers);
  response.end(body);
}
