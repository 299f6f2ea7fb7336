import type { Values } from "../cases/case.js";
import { documentedValues } from "../cases/replay-cases.js";
import { isObject } from "../document.js";
import { findOperation } from "../operation.js";
import { valueAt, withValue } from "../pointer.js";
import type { Caller, Reply } from "../run/caller.js";
import { NotReached } from "../run/verdicts.js";
import { requireSuccess } from "./require-success.js";
import type { Resource } from "./resource.js";
import { findRow } from "./rows.js";

/** A record that a check made. */
export type Made = {
  readonly resource: Resource;
  /** The path parameters that call it. */
  readonly path: Readonly<Record<string, unknown>>;
  /** What the creation answered. */
  readonly created: unknown;
  /** What the creation was sent. */
  readonly sent: unknown;
};

/** A value to send: where, and what. */
export type Setting = { readonly pointer: string; readonly value: unknown };

/**
 * Makes a record with a name of its own.
 *
 * @param settings - What is sent besides the documented example.
 * @throws NotReached when the target refuses: the cases of the operation tell why.
 */
export async function makeRecord(caller: Caller, resource: Resource, settings: readonly Setting[] = []): Promise<Made> {
  const { operationId, values } = creationOf(caller, resource, settings);
  const reply = await caller.call(operationId, values);
  return madeBy(resource, values, requireSuccess(reply));
}

/** A call that makes a record with a name of its own. */
export function creationOf(caller: Caller, resource: Resource, settings: readonly Setting[] = []) {
  const { create } = resource;
  if (create === undefined) throw new NotReached(`no operation makes ${resource.name}`);
  const operation = findOperation(caller.run.target.api.operations, create.operationId);
  const documented = documentedValues(operation);
  const example = operation.body?.examples.find(({ name }) => name === create.example)?.value ?? documented.body;
  const marked = withValue(merged(example, create.body), create.mark, caller.run.names.fresh());
  const body = settings.reduce((sum, { pointer, value }) => withValue(sum, pointer, value), marked);
  return { operationId: create.operationId, values: { ...documented, body } as Values };
}

/** The record that a creation was answered with. @throws NotReached when the answer does not tell by what it is called. */
export function madeBy(resource: Resource, values: Values, created: unknown): Made {
  const own = Object.entries(resource.create?.member ?? {}).map(([name, pointer]) => [name, valueAt(created, pointer)]);
  // What the answer lacks is told by the contract.
  const missing = own.find(([, value]) => value === undefined || value === null);
  if (missing !== undefined)
    throw new NotReached(`the answer of ${resource.create?.operationId} does not tell ${missing[0]}`);
  return { resource, path: { ...values.path, ...Object.fromEntries(own) }, created, sent: values.body };
}

/** Reads a record back, by its operation or as a row of the list; undefined when it is not there. */
export async function readRecord(caller: Caller, { resource, path, created }: Made): Promise<unknown> {
  const { read, list } = resource;
  if (read === undefined) {
    return await findRow(caller, list, { path }, (row) => isRowOf(list.id, row, created));
  }
  const reply = await caller.call(read.operationId, { ...read.values, path });
  return reply.status === 404 || reply.status === 410 ? undefined : requireSuccess(reply);
}

/** Whether a row of a list is a record's. */
export function isRowOf(id: Resource["list"]["id"], row: unknown, record: unknown): boolean {
  const [own, wanted] = [valueAt(row, id.row), valueAt(record, id.record)];
  return own === wanted || (typeof own === "string" && own.replace(/\.json$/, "").endsWith(`/${wanted}`));
}

/** Calls an operation on a record; the body is completed by what the operation needs beside it. */
export async function callOn(caller: Caller, made: Made, operationId: string, body: unknown): Promise<Reply> {
  const operation = findOperation(caller.run.target.api.operations, operationId);
  if (operation.body === undefined) return await caller.call(operationId, { path: made.path });
  return await caller.call(operationId, {
    path: made.path,
    body: completed(operation.body.examples[0]?.value, made, body),
  });
}

/** An update repeats the number by which its record is called; without anything to send, the example is sent. */
export function completed(example: unknown, { resource, created, path }: Made, body: unknown): unknown {
  const { create, rename } = resource;
  if (body === undefined && rename === undefined) return example;
  if (create?.isKey !== true || rename === undefined) return body ?? example;
  const wanted = body ?? example;
  const isAsked =
    valueAt(example, rename.sent) !== undefined && (body === undefined || valueAt(body, rename.sent) === undefined);
  const number = path[rename.parameter] ?? valueAt(created, rename.read);
  return isAsked ? withValue(wanted, rename.sent, number) : wanted;
}

/** Objects are merged member by member; anything else replaces. */
function merged(value: unknown, over: unknown): unknown {
  if (over === undefined) return value;
  if (!isObject(value) || !isObject(over)) return over;
  return Object.entries(over).reduce<unknown>(
    (sum, [name, one]) => ({ ...(sum as object), [name]: merged(value[name], one) }),
    value,
  );
}
