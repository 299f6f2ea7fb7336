import { findOperation, findResponse, type Operation } from "@quayside/contract";
import type { Api } from "../api.js";
import { isObject, member } from "../document.js";
import type { Operation as DocumentedOperation, DocumentedResponse } from "../operation.js";
import { ASPECTS, type Aspect, type Coverage, type OperationCoverage } from "./coverage.js";
import { openPlaces, type Place, pointersOf } from "./open-places.js";

/** A request and what came, as far as coverage looks at it. */
export type SeenExchange = {
  /** Of the operation that was called; found by method and path when it is left out. */
  readonly operationId?: string | undefined;
  readonly method: string;
  /** Whole, or path and query; percent-encoded as it was sent. */
  readonly url: string;
  /** Names in lower case. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string | undefined;
  /** Undefined when no answer came. */
  readonly status?: number | undefined;
  readonly answerBody?: string | undefined;
};

/** Counts what of the spec a run meets. */
export type CoverageCollector = {
  /** Looks at an exchange. Never throws because of what it holds. */
  saw(exchange: SeenExchange): void;
  /**
   * Tells what was met so far.
   *
   * @param operationIds - Of the operations to tell of; all by default.
   */
  report(operationIds?: readonly string[]): Coverage;
};

/** A longer body is not looked into. */
const MAX_LENGTH = 1_000_000;

/** So many properties and elements are looked at in a body; a list of tens of thousands shows nothing new at its end. */
const MAX_STEPS = 100_000;

/** One operation's names in the spec, and which of them were met. */
type Counted = {
  readonly operation: Operation;
  readonly documented: Readonly<Record<Aspect, readonly string[]>>;
  readonly met: Readonly<Record<Aspect, Set<string>>>;
  readonly request: Place;
  /** By status as the spec writes it. */
  readonly answers: ReadonlyMap<string, Place>;
};

/** Begins to count for an API. */
export function openCoverage(api: Api): CoverageCollector {
  const counted = new Map(
    api.operations.flatMap((operation) => {
      const own = api.contract.operations.get(operation.operationId);
      return own === undefined ? [] : [[operation.operationId, count(api.document, operation, own)]];
    }),
  );
  return {
    saw(exchange) {
      const { path, query } = cutUrl(exchange.url);
      const id = exchange.operationId ?? findOperation(api.contract, exchange.method, path)?.operation.operationId;
      const found = id === undefined ? undefined : counted.get(id);
      if (found === undefined) return;
      const fits = findOperation(api.contract, found.operation.method, path);
      const inPath = fits?.operation === found.operation ? Object.keys(fits.encodedParameters) : [];
      meetParameters(found, inPath, query, exchange.requestHeaders);
      meetProperties(found.request, exchange.requestBody, found.met["request properties"]);
      meetAnswer(found, exchange);
    },
    report: (operationIds) =>
      sum([...counted].filter(([id]) => operationIds?.includes(id) ?? true).map(([id, one]) => tell(id, one))),
  };
}

function count(document: unknown, { body, responses }: DocumentedOperation, operation: Operation): Counted {
  const request = openPlaces(document, body === undefined ? [] : [body.schema], "readOnly");
  const answers = new Map(
    responses
      .filter(({ status }) => /^([24]|default)/.test(status))
      .map((response) => [response.status, openPlaces(document, schemasOf(response), "writeOnly")]),
  );
  const documented = {
    statuses: [...operation.responses.keys()],
    parameters: operation.parameters.map((parameter) => `${parameter.in}.${parameter.name}`),
    "request properties": pointersOf(request),
    "answer properties": [...new Set([...answers.values()].flatMap(pointersOf))],
  };
  return { operation, documented, met: perAspect(() => new Set<string>()), request, answers };
}

function schemasOf({ source }: DocumentedResponse): unknown[] {
  const content = isObject(source.content) ? Object.entries(source.content) : [];
  return content.filter(([mediaType]) => /[/+]json\b/i.test(mediaType)).map(([, value]) => member(value, "schema"));
}

function perAspect<T>(make: (aspect: Aspect) => T): Record<Aspect, T> {
  return Object.fromEntries(ASPECTS.map((aspect) => [aspect, make(aspect)])) as Record<Aspect, T>;
}

function cutUrl(url: string): { path: string; query: string } {
  const [whole = ""] = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").split("#", 1);
  const at = whole.indexOf("?");
  return at < 0 ? { path: whole, query: "" } : { path: whole.slice(0, at), query: whole.slice(at + 1) };
}

function meetParameters(
  { operation, met }: Counted,
  inPath: readonly string[],
  query: string,
  headers: Readonly<Record<string, string>>,
): void {
  const inQuery = [...new URLSearchParams(query).keys()];
  for (const { in: place, name } of operation.parameters) {
    const isMet =
      (place === "path" && inPath.includes(name)) ||
      (place === "query" && inQuery.some((one) => one === name || one.startsWith(`${name}[`))) ||
      (place === "header" && Object.hasOwn(headers, name.toLowerCase()));
    if (isMet) met.parameters.add(`${place}.${name}`);
  }
}

function meetAnswer({ operation, met, answers }: Counted, { status, answerBody }: SeenExchange): void {
  if (status === undefined) return;
  const documented = findResponse(operation, status)?.status;
  if (documented === undefined) return;
  met.statuses.add(documented);
  const place = /^[24]\d\d$/.test(`${status}`) ? answers.get(documented) : undefined;
  if (place !== undefined) meetProperties(place, answerBody, met["answer properties"]);
}

/** A body in which nothing new can be met is not even parsed: after the first few that is nearly all of them. */
function meetProperties(place: Place, body: string | undefined, met: Set<string>): void {
  if (body === undefined || body.length > MAX_LENGTH) return;
  if (pointersOf(place).every((pointer) => met.has(pointer))) return;
  try {
    walk(place, JSON.parse(body), met, { left: MAX_STEPS });
  } catch {
    // What is no JSON has no properties; the contract tells of it elsewhere.
  }
}

/** Goes down as far as the spec does, however deep the value is. */
function walk({ properties, element }: Place, value: unknown, met: Set<string>, steps: { left: number }): void {
  if (Array.isArray(value) && element !== undefined) {
    for (const one of value) {
      if (steps.left <= 0) return;
      steps.left -= 1;
      walk(element, one, met, steps);
    }
  }
  if (!isObject(value)) return;
  steps.left -= properties.size;
  for (const [name, { pointer, value: below }] of properties) {
    if (!Object.hasOwn(value, name)) continue;
    met.add(pointer);
    walk(below, value[name], met, steps);
  }
}

function tell(operationId: string, { documented, met }: Counted): OperationCoverage {
  const reaches = perAspect((aspect) => ({
    reached: documented[aspect].filter((name) => met[aspect].has(name)),
    missed: documented[aspect].filter((name) => !met[aspect].has(name)),
  }));
  return { operationId, ...reaches };
}

function sum(operations: readonly OperationCoverage[]): Coverage {
  const totals = perAspect((aspect) => {
    const reached = operations.reduce((total, one) => total + one[aspect].reached.length, 0);
    const missed = operations.reduce((total, one) => total + one[aspect].missed.length, 0);
    return { reached, documented: reached + missed };
  });
  return { operations, totals };
}
