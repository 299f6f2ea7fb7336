import { findOperation as findCalled } from "@quayside/contract";
import { entries } from "./document.js";
import type { Resource } from "./meaning/resource.js";
import { resourcesOf } from "./meaning/resources.js";
import type { Target } from "./open-target.js";
import { findOperation } from "./operation.js";
import { parseBody } from "./parse-body.js";
import { valueAt, valuesAt } from "./pointer.js";
import { CannotTell } from "./verdicts.js";
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
  /**
   * Looks at an answer: what a creation made is kept in mind, whoever sent it and why. It is read first: only what bears the
   * run's name is believed to be its own, whatever the answer says.
   *
   * @throws CannotTell when it does not bear it.
   */
  noticed(request: Request, answer: Answer): Promise<void>;
  /** Removes what is in mind, the newest first, and looks whether it is gone. What is still there is tried again at the end. */
  clear(): Promise<void>;
};

/** The greatest page of Octopi's lists. */
const ROWS = 100;
const MOST_PAGES = 1000;

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

  const remove = async (trace: Trace): Promise<string | undefined> => {
    const { resource, path, name } = trace;
    if (resource.remove === undefined) return `${name}: no operation removes ${resource.name}`;
    const { status } = await send(resource.remove, path);
    return (await readText(trace)) === undefined
      ? undefined
      : `${name}: ${resource.remove} was answered ${status}, and it is still there`;
  };
  /** The record as text; undefined where it is not there. */
  const readText = async ({ resource: { read, list }, path }: Trace): Promise<string | undefined> => {
    if (read !== undefined) {
      const { status, body } = await send(read.operationId, path);
      return status === 404 || status === 410 ? undefined : body;
    }
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { body } = await send(list.operationId, path, { page, per: ROWS });
      const rows = valuesAt(parseBody(body), `${list.rows}/#`);
      const row = rows.find((one) => Object.values(path).includes(valueAt(one, list.id.row)));
      if (row !== undefined) return JSON.stringify(row);
      if (rows.length < ROWS) return undefined;
    }
    throw new Error(`the list has more than ${MOST_PAGES * ROWS} rows`);
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
        async noticed(request, answer) {
          const trace = answer.status < 300 ? traceOf(target, request, answer) : undefined;
          if (trace === undefined) return;
          const read = isPlain(trace, prefix) ? await readText(trace) : "";
          if (read === undefined) return;
          if (read.includes(prefix)) return void traces.unshift(trace);
          const says = `${trace.name}: a creation was answered with it, and it does not bear the name of this run; it was left alone`;
          problems.set(trace.name, says);
          throw new CannotTell("could-not-run", says);
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

/** A record is called by a number, or by a name of this run: nothing else that an answer says is put into a path. */
function isPlain({ resource, path }: Trace, prefix: string): boolean {
  const own = Object.keys(resource.create?.member ?? {}).map((name) => path[name]);
  return own.every((value) => Number.isSafeInteger(value) || (typeof value === "string" && value.startsWith(prefix)));
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
