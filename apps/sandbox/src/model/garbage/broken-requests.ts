import fc from "fast-check";
import type { ModelCall } from "../call.js";
import { credentialsOf, ORIGIN, operationOf, targetOf } from "../send.js";
import { baseCalls } from "./base-calls.js";
import {
  asText,
  type Garbage,
  garbage,
  garbageEscapes,
  garbageFilters,
  garbageGrammar,
  garbageHeader,
  garbageValue,
  inPlaceOf,
  writeBody,
} from "./garbage-values.js";

/** A request as it goes out. */
export type RawRequest = {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

const LIST: ModelCall = { api: "dataloy", operation: "listServiceOrders" };
const HEADERS = "fields noCount disablemaxlimit autoPost authorization content-type accept origin".split(" ");

const SESSION = "x-sandbox-session";
/** No names of sessions: what is scripted in a session that is one would be met by a later sequence. */
const NO_SESSIONS = ["", "a b", "\xe9", "x".repeat(65), "../a", "a,b"];
const PARAMETERS = "page per due_at container_id pageNumber limit x __proto__".split(" ");
const METHODS = ["HEAD", "OPTIONS", "PATCH", "PUT", "POST", "DELETE", "PROPFIND"];

/** Requests that are broken in one place: in the body, the path, the query or a header; or whole ones. */
export const brokenRequests: fc.Arbitrary<RawRequest> = fc
  .oneof(
    { weight: 9, arbitrary: fc.tuple(baseCalls, fc.nat(), garbage).map(breakBody) },
    { weight: 2, arbitrary: fc.tuple(baseCalls, fc.nat(), garbageEscapes).map(breakPath) },
    { weight: 2, arbitrary: fc.tuple(baseCalls, fc.nat(), garbage).map(breakQuery) },
    { weight: 2, arbitrary: fc.tuple(garbageGrammar, fc.boolean()).map(breakGrammar) },
    { weight: 1, arbitrary: garbageFilters.map((filter) => toRaw({ ...LIST, query: { filter } })) },
    { weight: 2, arbitrary: fc.tuple(baseCalls, fc.constantFrom(...HEADERS), garbageHeader).map(breakHeader) },
    {
      weight: 1,
      arbitrary: fc.tuple(baseCalls, fc.constant(SESSION), fc.constantFrom(...NO_SESSIONS)).map(breakHeader),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant(LIST), fc.constant("fields"), garbageHeader).map(breakHeader) },
    { weight: 1, arbitrary: fc.tuple(baseCalls, fc.constantFrom(...METHODS)).map(replaceMethod) },
    { weight: 1, arbitrary: fc.tuple(baseCalls, garbageValue.map(writeBody)).map(replaceBody) },
    { weight: 2, arbitrary: baseCalls.map(toRaw) },
  )
  .filter((request) => !isHugeSeed(request));

function toRaw(call: ModelCall): RawRequest {
  const { operation, body } = call;
  const isSubscription = operation.includes("Webhook");
  const text = body === undefined ? undefined : writeBody(body);
  return {
    operation,
    method: operationOf(call).method,
    url: ORIGIN + targetOf(call),
    headers: {
      ...credentialsOf(isSubscription ? { ...call, api: "dataloy" } : call),
      ...(text === undefined ? {} : { "content-type": "application/json" }),
      ...(call.header as Record<string, string>),
    },
    body: text,
  };
}

type Place = { readonly parent: Record<string, unknown>; readonly name: string };

/** All places in a value, those of its parts included. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.entries(parent).flatMap(([name, each]) => [{ parent, name }, ...placesIn(each)]);
}

/** Puts garbage in the place of a value, or beside it under a name that is garbage too. */
function breakBody([call, at, some]: [ModelCall, number, Garbage]): RawRequest {
  const body = structuredClone(call.body);
  const places = placesIn(body);
  const place = places[at % places.length];
  if (place === undefined) return toRaw({ ...call, body: some.any });
  const { parent, name } = place;
  const isBeside = at % 7 === 0 && !Array.isArray(parent);
  const value = isBeside ? some.any : inPlaceOf(parent[name], some);
  Object.defineProperty(parent, isBeside ? some.text : name, { value, enumerable: true });
  return toRaw({ ...call, body });
}

function replaceBody([call, body]: [ModelCall, string]): RawRequest {
  return { ...toRaw(call), body };
}

function replaceMethod([call, method]: [ModelCall, string]): RawRequest {
  return { ...toRaw(call), method };
}

/** Puts garbage in the place of a part of the path that is a value. */
function breakPath([call, at, garbage]: [ModelCall, number, string]): RawRequest {
  const names = Object.keys(call.path ?? {});
  const name = names[at % names.length];
  if (name === undefined) return { ...toRaw(call), url: `${ORIGIN}${targetOf(call)}/${garbage}` };
  const marked = targetOf({ ...call, path: { ...call.path, [name]: "GARBAGE" } });
  return { ...toRaw(call), url: ORIGIN + marked.replace("GARBAGE", () => garbage) };
}

/** Puts garbage in the place of a parameter, or adds one; at times a second value for it. */
function breakQuery([call, at, some]: [ModelCall, number, Garbage]): RawRequest {
  const names = [...Object.keys(call.query ?? {}), ...PARAMETERS];
  const name = names[at % names.length] ?? "";
  const value = name.endsWith("_at") ? some.time : at % 2 > 0 ? some.text : asText(some.number);
  const url = new URL(ORIGIN + targetOf(call));
  if (at % 3 === 0) url.searchParams.append(name, value);
  else url.searchParams.set(name, value);
  return { ...toRaw(call), url: url.href };
}

function breakGrammar([text, isSort]: [string, boolean]): RawRequest {
  const wellFormed = text.toWellFormed();
  return toRaw({ ...LIST, query: isSort ? { sort: wellFormed } : { filter: ["key(GT)1", wellFormed] } });
}

function breakHeader([call, name, garbage]: [ModelCall, string, string]): RawRequest {
  const raw = toRaw(call);
  return { ...raw, headers: { ...raw.headers, [name]: garbage } };
}

/** A valid seed of many thousand records would only take time. */
function isHugeSeed({ operation, body = "" }: RawRequest): boolean {
  return operation === "loadSeed" && /"size":\D*[1-9]/.test(body);
}
