import fc from "fast-check";
import type { Api } from "../api.js";
import type { Operation } from "../operation.js";
import { writeRequest } from "../write-request.js";
import { arbitraryOf } from "./arbitrary-of.js";
import { recordsOf } from "./arbitrary-record.js";
import type { Values } from "./case.js";
import { findingsOf } from "./findings-of.js";
import { type Known, knownOf } from "./known-values.js";
import { putValue } from "./put-value.js";
import { putRow } from "./settle.js";

/**
 * Requests that keep the spec: every parameter and every part of the body drawn from its schema, references to records kept at
 * documented values. The same seed draws the same requests, and one that fails shrinks to a smallest one.
 *
 * @returns Undefined for an operation that takes references alone: its documented requests are all that there are.
 */
export function drawRequests(api: Api, operation: Operation): fc.Arbitrary<Values> | undefined {
  return drawCandidates(api, operation)?.filter((values) => isRight(api, operation, values));
}

/** As {@link drawRequests}, before the contract was asked; it finds next to none of them broken. */
export function drawCandidates(api: Api, operation: Operation): fc.Arbitrary<Values> | undefined {
  const known = knownOf(api, operation);
  const places = placesOf(operation);
  if (places.every(({ place }) => known.valuesAt(place) !== undefined)) return undefined;
  const parts = places.map((one) => ({ ...one, drawn: arbitraryOf(api.document, one.schema, known, one.place) }));
  if (parts.some(({ required, drawn }) => required && drawn === undefined)) return undefined;
  const drawn = parts.flatMap((one) => (one.drawn === undefined ? [] : [[one.place, one.drawn] as const]));
  const needed = parts.filter(({ required }) => required).map(({ place }) => place);
  return fc
    .tuple(recordsOf(drawn, needed), rowsOf(known))
    .map(([values, rows]) => rows.reduce((all, put) => put(all), toValues(values)));
}

function isRight(api: Api, operation: Operation, values: Values): boolean {
  return findingsOf(api, writeRequest(operation, values)).length === 0;
}

/** The parts of a request that are drawn; the body's place is empty. */
function placesOf({ parameters, body }: Operation) {
  const inUrl = parameters.map(({ in: kind, name, schema, required }) => ({
    place: `${kind}.${name}`,
    schema,
    required,
  }));
  return body === undefined ? inUrl : [...inUrl, { place: "", schema: body.schema, required: body.required }];
}

function toValues(parts: Readonly<Record<string, unknown>>): Values {
  return Object.entries(parts).reduce<Values>((values, [place, value]) => putValue(values, place, value), {});
}

/** One row of each combination, to be put over what was drawn in its places; one that leaves all out comes as often as not. */
function rowsOf({ combinations }: Known): fc.Arbitrary<((values: Values) => Values)[]> {
  const puts = combinations.map((combination) => {
    const { rows } = combination;
    const nothing = rows.filter((row) => row.every((value) => value === undefined));
    const some = fc.constantFrom(...rows);
    const row = nothing.length === 0 ? some : fc.oneof(fc.constantFrom(...nothing), some);
    return row.map((chosen) => (values: Values) => putRow(values, combination, chosen));
  });
  return fc.tuple(...puts);
}
