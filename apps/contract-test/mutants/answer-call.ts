import { type Contract, checkRequest } from "@quayside/contract";
import type { Call, Came, Fault, Headers, Sent } from "./mutant.ts";

/** A call that a fault is to answer. */
export type Called = {
  readonly fault: Fault;
  readonly contract: Contract;
  readonly path: Readonly<Record<string, string>>;
  readonly sent: Sent;
  readonly memory: Map<string, unknown>;
  readonly send: (sent: Sent) => Promise<Came>;
};

/** Has a fault answer, and tells whether it changed anything: what was passed on, how often, what else was written, or the answer. */
export async function answerCall(called: Called): Promise<{ readonly came: Came; readonly isHit: boolean }> {
  const { fault, contract, path, sent, memory, send } = called;
  const passed: Came[] = [];
  let isChanged = false;
  const call: Call = {
    sent,
    path,
    memory,
    query: new URLSearchParams(sent.url.split("?")[1] ?? ""),
    isValid:
      checkRequest(contract, { ...sent, headers: { get: (name) => sent.headers[name.toLowerCase()] ?? null } })
        .length === 0,
    pass: async (changes = {}) => {
      isChanged ||= !isSame({ ...sent, ...changes }, sent);
      passed.push(await send({ ...sent, ...changes }));
      return passed.at(-1) as Came;
    },
    ask: async (method, url, body, headers) => {
      isChanged ||= method !== "GET";
      return await send(ownRequest(sent, method, url, body, headers));
    },
  };
  const came = await fault(call);
  const [first] = passed;
  return { came, isHit: isChanged || passed.length !== 1 || first === undefined || !isSame(came, first) };
}

/** A request of the fault's own: with the caller's credentials, host and session. */
function ownRequest({ headers }: Sent, method: string, url: string, body: unknown, more: Headers = {}): Sent {
  const { "content-type": _, ...kept } = headers;
  const typed = body === undefined ? kept : { ...kept, "content-type": "application/json" };
  return { method, url, headers: { ...typed, ...more }, body: body === undefined ? "" : JSON.stringify(body) };
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
