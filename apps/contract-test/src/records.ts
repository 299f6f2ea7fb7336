import { findOperation as findCalled } from "@quayside/contract";
import { entries } from "./document.js";
import type { Resource } from "./meaning/resource.js";
import { resourcesOf } from "./meaning/resources.js";
import type { Target } from "./open-target.js";
import { findOperation } from "./operation.js";
import { parseBody } from "./parse-body.js";
import { valueAt, valuesAt } from "./pointer.js";
import type { Wire } from "./wire/open-wire.js";
import type { Answer } from "./wire/send.js";
import { type WireRequest, writeRequest } from "./write-request.js";

/** What a run makes on a system that is not its own, and has to take away again. */
export type Records = {
  /** Begins to keep in mind what one check makes. */
  begin(): Tracker;
  /** Removes at the end what is left of the run, also what was renamed or whose creation was cut off. */
  end(): Promise<void>;
  /** What could not be removed, for people. */
  left(): string[];
};

/** What one check made. */
export type Tracker = {
  /** Looks at an answer: what a creation made is kept in mind, whoever sent it and why. */
  noticed(request: Request, answer: Answer): void;
  /** Removes what is in mind, the newest first, and looks whether it is gone. What is still there is tried again at the end. */
  clear(): Promise<void>;
};

/** The greatest page of Octopi's lists. */
const ROWS = 100;

type Trace = { readonly resource: Resource; readonly path: Readonly<Record<string, unknown>>; readonly name: string };

/**
 * Begins to keep in mind what is made.
 *
 * @param prefix - Of the names of this run; what the lists have with it is removed too, wherever it came from.
 */
export function openRecords(target: Target, wire: Wire, prefix: string): Records {
  const { api } = target;
  const send = (operationId: string, path: Trace["path"], query = {}) =>
    sendAs(target, wire, writeRequest(findOperation(api.operations, operationId), { path, query }), operationId);

  const remove = async ({ resource, path, name }: Trace): Promise<string | undefined> => {
    if (resource.remove === undefined) return `${name}: no operation removes ${resource.name}`;
    const { status } = await send(resource.remove, path);
    const isGone = await isRemoved(resource, path);
    return isGone ? undefined : `${name}: ${resource.remove} was answered ${status}, and it is still there`;
  };
  const isRemoved = async (resource: Resource, path: Trace["path"]): Promise<boolean> => {
    if (resource.read !== undefined) return [404, 410].includes((await send(resource.read.operationId, path)).status);
    for (let page = 1; ; page += 1) {
      const { body } = await send(resource.list.operationId, path, { page, per: ROWS });
      const ids = valuesAt(parseBody(body), `${resource.list.rows}/#${resource.list.id.row}`);
      if (ids.some((id) => Object.values(path).includes(id))) return false;
      if (ids.length < ROWS) return true;
    }
  };

  const stuck = new Map<string, Trace>();
  const problems = new Map<string, string>();
  const removeAll = async (traces: Iterable<Trace>) => {
    for (const trace of traces) {
      const problem = await remove(trace).catch((error: unknown) => `${trace.name}: ${String(error)}`);
      if (problem === undefined) {
        stuck.delete(trace.name);
        problems.delete(trace.name);
      } else {
        stuck.set(trace.name, trace);
        problems.set(trace.name, problem);
      }
    }
  };

  return {
    begin() {
      const traces: Trace[] = [];
      return {
        noticed(request, answer) {
          const trace = answer.status < 300 ? traceOf(target, request, answer) : undefined;
          if (trace !== undefined) traces.unshift(trace);
        },
        clear: () => removeAll(traces.splice(0)),
      };
    },
    async end() {
      await removeAll([...stuck.values()]);
      await removeAll(await leftOf(target, send, prefix));
    },
    left: () => [...problems.values()],
  };
}

/** What a creation was answered with; undefined for any other request. */
function traceOf({ api }: Target, request: Request, { body }: Answer): Trace | undefined {
  const called = findCalled(api.contract, request.method, new URL(request.url).pathname);
  const resource = resourcesOf(api.name).find(({ create }) => create?.operationId === called?.operation.operationId);
  if (resource?.create === undefined || called === undefined) return undefined;
  return traceIn(resource, resource.create.member, called.pathParameters, parseBody(body));
}

function traceIn(
  resource: Resource,
  member: Readonly<Record<string, string>>,
  parents: Readonly<Record<string, unknown>>,
  record: unknown,
): Trace {
  const own = Object.entries(member).map(([name, pointer]) => [name, valueAt(record, pointer)] as const);
  const path = { ...parents, ...Object.fromEntries(own) };
  return { resource, path, name: `${resource.name} ${own.map(([, value]) => String(value)).join("/")}` };
}

/** A record that was renamed, or whose creation was cut off, is found by its name. */
async function leftOf(
  { api }: Target,
  send: (operationId: string, path: Trace["path"], query: object) => Promise<Answer>,
  prefix: string,
): Promise<Trace[]> {
  const found: Trace[] = [];
  for (const resource of resourcesOf(api.name)) {
    const { create, list, remove, filters } = resource;
    const filter = filters.find(({ keeps }) => keeps === "contains");
    if (create?.isKey !== true || remove === undefined || filter === undefined) continue;
    const query = { [filter.parameter.slice("query.".length)]: prefix, per: 100 };
    const { body } = await send(list.operationId, {}, query);
    const rows = valuesAt(parseBody(body), `${list.rows}/#`);
    const own = rows.filter((row) => entries(row).some(([, value]) => String(value).startsWith(prefix)));
    found.push(...own.map((row) => traceIn(resource, create.member, {}, row)));
  }
  return found;
}

function sendAs(
  { origin, authorization }: Target,
  wire: Wire,
  request: WireRequest,
  operationId: string,
): Promise<Answer> {
  const headers = new Headers(request.headers);
  headers.set("authorization", authorization);
  return wire.send(new Request(origin + request.url, { method: request.method, headers }), {
    operationId,
    cleansUp: true,
  });
}
