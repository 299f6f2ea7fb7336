import { findOperation as findCalled } from "@quayside/contract";
import { documentedValues } from "../cases/replay-cases.js";
import type { Resource } from "../meaning/resource.js";
import { resourcesOf } from "../meaning/resources.js";
import { findOperation } from "../operation.js";
import { parseBody } from "../parse-body.js";
import { valueAt, valuesAt } from "../pointer.js";
import type { Wire } from "../wire/open-wire.js";
import type { Answer } from "../wire/send.js";
import { type WireRequest, writeRequest } from "../write-request.js";
import type { Target } from "./open-target.js";
import { CannotTell } from "./verdicts.js";

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
  const send = openSend(target, wire);
  const stuck = new Map<string, Trace>();
  const problems = new Map<string, string>();
  const removeAll = async (traces: Iterable<Trace>) => {
    for (const trace of traces) {
      const problem = await remove(send, trace).catch((error: unknown) => `${trace.name}: ${String(error)}`);
      if (problem === undefined) stuck.delete(trace.name);
      else stuck.set(trace.name, trace);
      if (problem === undefined) problems.delete(trace.name);
      else problems.set(trace.name, problem);
    }
  };
  return {
    begin() {
      const traces: Trace[] = [];
      return {
        async noticed(request, answer) {
          const trace = answer.status < 300 ? traceOf(target, request, answer) : undefined;
          if (trace === undefined) return;
          const read = isPlain(trace, prefix) ? await send.text(trace) : "";
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

/** Calls that clean up. */
type Send = {
  call(operationId: string, path: Trace["path"], query?: object): Promise<Answer>;
  /** The record as text; undefined where it is not there. */
  text(trace: Trace): Promise<string | undefined>;
  hasPages(operationId: string): boolean;
};

function openSend(target: Target, wire: Wire): Send {
  const operation = (id: string) => findOperation(target.api.operations, id);
  const send: Send = {
    call: (id, path, query = {}) =>
      sendAs(target, wire, writeRequest(operation(id), { path, query: { ...query } }), id),
    hasPages: (id) => operation(id).pagination !== undefined,
    async text({ resource, path }) {
      const { read, list } = resource;
      if (read === undefined) {
        const rows = await rowsOf(send, resource, path, {});
        const row = rows.find((one) => Object.values(path).includes(valueAt(one, list.id.row)));
        return row === undefined ? undefined : JSON.stringify(row);
      }
      const { status, body } = await send.call(read.operationId, path);
      return status === 404 || status === 410 ? undefined : body;
    },
  };
  return send;
}

/** What is wrong; nothing when the record is gone. */
async function remove(send: Send, trace: Trace): Promise<string | undefined> {
  const { resource, path, name } = trace;
  if (resource.remove === undefined) return `${name}: no operation removes ${resource.name}`;
  const { status } = await send.call(resource.remove, path);
  if ((await send.text(trace)) === undefined) return undefined;
  return `${name}: ${resource.remove} was answered ${status}, and it is still there`;
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

/** What bears the run's name though nobody has it in mind: renamed meanwhile, or made by a creation whose answer was lost. */
async function leftOf({ api, fixtures }: Target, send: Send, prefix: string): Promise<Trace[]> {
  const found: Trace[] = [];
  for (const resource of resourcesOf(api.name)) {
    const { create, list, remove, filters } = resource;
    if (create === undefined || remove === undefined || !create.needs.every((name) => Object.hasOwn(fixtures, name)))
      continue;
    const search = create.isKey ? filters.find(({ keeps }) => keeps === "contains") : undefined;
    const query = search === undefined ? {} : { [search.parameter.slice("query.".length)]: prefix };
    const operation = findOperation(api.operations, list.operationId);
    const path = documentedValues(operation).path ?? {};
    for (const row of await rowsOf(send, resource, path, query)) {
      const trace = await firstOwn(send, tracesOfRow(resource, path, row), prefix);
      if (trace !== undefined) found.push(trace);
    }
  }
  return found;
}

/** The first address under which a record is found that bears the run's name: a number may also be another record's id. */
async function firstOwn(send: Send, traces: readonly Trace[], prefix: string): Promise<Trace | undefined> {
  for (const trace of traces) if ((await send.text(trace))?.includes(prefix)) return trace;
  return undefined;
}

/** Every row of a list, page by page where it has pages. */
async function rowsOf(send: Send, { list }: Resource, path: Trace["path"], query: object): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const paging = send.hasPages(list.operationId) ? { page, per: ROWS } : {};
    const { body } = await send.call(list.operationId, path, { ...query, ...paging });
    const next = valuesAt(parseBody(body), `${list.rows}/#`);
    rows.push(...next);
    if (next.length < ROWS || !send.hasPages(list.operationId)) break;
  }
  return rows;
}

/** A record by its own number, and by its id, which is in the row or ends a link: a number may be one that paths cannot carry. */
function tracesOfRow(resource: Resource, parents: Trace["path"], row: unknown): Trace[] {
  const { create, list } = resource;
  const [[parameter, pointer] = ["", ""]] = Object.entries(create?.member ?? {});
  const value = valueAt(row, list.id.row);
  const id = typeof value === "number" ? value : Number(/(\d+)(\.json)?$/.exec(String(value))?.[1]);
  const own = valueAt(row, pointer) ?? id;
  const name = `${resource.name} ${String(own)}`;
  return [own, id].map((one) => ({ resource, path: { ...parents, [parameter]: one }, name }));
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
