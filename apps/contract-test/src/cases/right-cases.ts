import type { Api } from "../api.js";
import { isInferredIn } from "../is-inferred-in.js";
import type { Operation, Parameter } from "../operation.js";
import { writeRequest } from "../write-request.js";
import type { ValidCase, Values } from "./case.js";
import { findingsOf } from "./findings-of.js";
import { type Known, knownOf } from "./known-values.js";
import { putValue } from "./put-value.js";
import { documentedValues, replayCases } from "./replay-cases.js";
import { patternOf, rightBodies } from "./right-bodies.js";
import { rightValues, sampleOf } from "./right-values.js";
import { settle } from "./settle.js";

/** A URL may be no longer than a server reads; a text in one is sent up to so many characters. */
const LONGEST_IN_URL = 1000;

/**
 * Requests that keep the spec, made from its schemas: each is the documented one with one parameter or one part of the body
 * at a bound, just inside of it, or left out. Each was held against the contract first; what it finds broken is not sent,
 * and neither is what a documented example has already.
 */
export function rightCases(api: Api, operation: Operation): ValidCase[] {
  const known = knownOf(api, operation);
  const base = baseOf(api, operation, known);
  if (!isRight(api, operation, base)) return [];
  const made = [...fromParameters(api, operation, base, known), ...fromBody(api, operation, base, known)];
  const sent = new Set([base, ...replayCases(api.document, operation).map(({ values }) => values)].map(onTheWire));
  const fresh = made.filter(({ values }) => {
    const request = onTheWire(values);
    return !sent.has(request) && isRight(api, operation, values) && sent.add(request);
  });
  const { operationId } = operation;
  return withNames(fresh).map((one) => ({ kind: "valid", operationId, asked: undefined, ...one }));

  function onTheWire(values: Values): string {
    const { url, headers, body } = writeRequest(operation, values);
    return JSON.stringify([url, [...headers], body]);
  }
}

/** The documented request, with a body where there can be one. */
function baseOf({ document }: Api, operation: Operation, known: Known): Values {
  const values = documentedValues(operation);
  const { body } = operation;
  if (body === undefined || values.body !== undefined) return values;
  return { ...values, body: body.examples[0]?.value ?? sampleOf(document, body.schema, known) };
}

function isRight(api: Api, operation: Operation, values: Values): boolean {
  return findingsOf(api, writeRequest(operation, values)).length === 0;
}

/** Two branches of a union may have the same to say of their values. */
function withNames<One extends { readonly name: string }>(made: readonly One[]): One[] {
  const seen = new Map<string, number>();
  return made.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

type Made = { readonly name: string; readonly values: Values; readonly inferred: boolean };

function fromParameters(api: Api, operation: Operation, base: Values, known: Known): Made[] {
  return operation.parameters.flatMap((parameter) => {
    const place = `${parameter.in}.${parameter.name}`;
    const inferred = isInferredIn(api.document, [parameter.source, parameter.schema], "");
    return rightValues(api.document, parameter.schema, known, place)
      .filter(({ value }) => canBeSent(parameter, value))
      .map(({ why, value }) => ({ name: `${parameter.in} ${parameter.name} ${why}`, value }))
      .flatMap(({ name, value }) => {
        const values = settle(putValue(base, place, value), known, place);
        return values === undefined ? [] : [{ name, values, inferred }];
      });
  });
}

/** On the wire all is text: there is no null and no object, and an empty list is not there. */
function canBeSent(parameter: Parameter, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => canBeSent(parameter, one));
  if (typeof value !== "string") return typeof value === "number" || typeof value === "boolean";
  if (value.length > LONGEST_IN_URL) return false;
  // Beyond these a header has characters that HTTP forbids, or blanks that it cuts off.
  return parameter.in !== "header" || /^[!-~]([ -~]*[!-~])?$/.test(value);
}

function fromBody(api: Api, operation: Operation, base: Values, known: Known): Made[] {
  const { document } = api;
  const schema = operation.body?.schema;
  if (schema === undefined) return [];
  return rightBodies(document, schema, base.body, known).flatMap(({ name, where, body }) => {
    const values = settle({ ...base, body }, known, patternOf(where));
    return values === undefined ? [] : [{ name, values, inferred: isInferredIn(document, [schema], where) }];
  });
}
