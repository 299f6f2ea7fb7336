import { reachOf } from "../meaning/reach-of.js";
import { makeRecord } from "../meaning/record.js";
import type { Resource } from "../meaning/resource.js";
import { findOperation, type Operation } from "../operation.js";
import { parseBody } from "../parse-body.js";
import { valueAt, withValue } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Preparation } from "../run/case-check.js";
import { writeRequest } from "../write-request.js";
import type { BrokenCase, Case, Values } from "./case.js";
import { documentedValues } from "./replay-cases.js";

/**
 * How a case is told of a record of our own, where the examples' may be somebody's; undefined where it cannot be, since the
 * case breaks just what calls the record.
 *
 * A creation gets a fresh name. A request on a member gets a record that is made for it.
 */
export function onOwnRecord(resource: Resource, operation: Operation, one: Case): Preparation | undefined {
  const { create } = resource;
  if (create === undefined) return undefined;
  if (reachOf(resource, bodyOf(one)) === "any") return undefined;
  const isMember = Object.keys(create.member).some((name) => operation.path.includes(`{${name}}`));
  // What takes the mark away is about a record that has it from elsewhere.
  if (valueAt(bodyOf(one), create.mark) === null) return undefined;
  // A broken number may be taken for one, and the record would be lost to its name.
  const { rename } = resource;
  if (rename?.operationId === one.operationId && one.kind === "broken" && isAbout(one, rename.sent)) return undefined;
  if (isMember) return breaksPath(operation, one) ? undefined : (caller) => onMember(caller, resource, one);
  // Further examples speak of records of other kinds, of which nothing is known here.
  if (isFurtherExample(operation, one)) return undefined;
  if (operation.operationId !== create.operationId || breaksMark(operation, create.mark, one)) return undefined;
  return async (caller) => withFreshName(caller, operation, create.mark, one);
}

/** Whether a case breaks a place, or something that holds it. */
function isAbout({ where }: BrokenCase, place: string): boolean {
  return place.startsWith(where) || where.startsWith(place);
}

function bodyOf(one: Case): unknown {
  return one.kind === "valid" ? one.values.body : parseBody(one.request.body ?? "");
}

/** A broken path value may be read as another one: `7x` as 7. */
function breaksPath(operation: Operation, one: Case): boolean {
  if (one.kind === "valid") return false;
  return (
    one.where.startsWith("path.") ||
    !one.request.url.startsWith(urlOf(operation)) ||
    one.due === "no-such-method" ||
    one.due === "no-such-record"
  );
}

function isFurtherExample({ body }: Operation, { name }: Case): boolean {
  return body?.examples.slice(1).some((example) => name === `body ${example.name}`) ?? false;
}

function breaksMark(operation: Operation, mark: string, one: Case): boolean {
  if (one.kind === "valid") return valueAt(one.values.body, mark) === undefined;
  const documented = valueAt(documentedValues(operation).body, mark);
  return typeof documented !== "string" || !(one.request.body ?? "").includes(JSON.stringify(documented));
}

async function onMember(caller: Caller, resource: Resource, one: Case): Promise<Case> {
  const { path } = await makeRecord(caller, resource);
  const operation = findOperation(caller.run.target.api.operations, one.operationId);
  if (one.kind === "valid") {
    const values = { ...one.values, path: { ...one.values.path, ...path } };
    return { ...one, values: withOwnNumber(resource, operation.operationId, values, path) };
  }
  const url = writeRequest(operation, { path }).url + one.request.url.slice(urlOf(operation).length);
  return { ...one, request: { ...one.request, url, ...renamed(resource, operation, one, path) } };
}

/** The body repeats the record's number where an update wants it. */
function withOwnNumber(
  resource: Resource,
  operationId: string,
  values: Values,
  path: Readonly<Record<string, unknown>>,
) {
  const { rename } = resource;
  if (rename?.operationId !== operationId || values.body === undefined) return values;
  return { ...values, body: withValue(values.body, rename.sent, path[rename.parameter]) };
}

function renamed(
  { rename }: Resource,
  operation: Operation,
  { request: { body } }: BrokenCase,
  path: Readonly<Record<string, unknown>>,
) {
  if (rename?.operationId !== operation.operationId || body === undefined) return {};
  const documented = valueAt(documentedValues(operation).body, rename.sent);
  return { body: body.replace(JSON.stringify(documented), JSON.stringify(path[rename.parameter])) };
}

function withFreshName({ run }: Caller, operation: Operation, mark: string, one: Case): Case {
  const name = run.names.fresh();
  if (one.kind === "valid") return { ...one, values: { ...one.values, body: withValue(one.values.body, mark, name) } };
  const documented = JSON.stringify(valueAt(documentedValues(operation).body, mark));
  return {
    ...one,
    request: { ...one.request, body: one.request.body?.replace(documented, JSON.stringify(name)) ?? "" },
  };
}

function urlOf(operation: Operation): string {
  return writeRequest(operation, { path: documentedValues(operation).path ?? {} }).url;
}
