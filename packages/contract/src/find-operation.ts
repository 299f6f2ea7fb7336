import type { Contract, Operation, Route, Segment } from "./contract.js";
import { cutPath } from "./open-routes.js";

/** The operation that a request calls. */
export type OperationMatch = {
  readonly operation: Operation;
  /** Decoded. The object has no prototype, so that a parameter may have any name. */
  readonly pathParameters: Record<string, string>;
  /** Each as it was sent, still percent-encoded; without a prototype as well. */
  readonly encodedParameters: Record<string, string>;
  /**
   * Names of path parameters whose percent-encoding is broken (`%E0%A4%A`). They are not in `pathParameters`; a server answers 400.
   * Usually empty.
   */
  readonly malformed: readonly string[];
};

/**
 * Finds the operation that a request calls. Where two paths fit, the one with text beats the one with a parameter. A parameter is
 * never empty, never `.` or `..` alone (whatever follows resolves those away), and an encoded slash stays inside of it. A trailing
 * slash is part of the path.
 *
 * @param method - In any case.
 * @param pathname - Still percent-encoded, e.g. `/api/v1/service_orders/SO%2F1.json`.
 * @returns The operation and its decoded path parameters, or `undefined` when the spec has no such path, or has it without this
 *   method: {@link allowedMethods} tells the two apart.
 */
export function findOperation(contract: Contract, method: string, pathname: string): OperationMatch | undefined {
  const match = matchRoute(contract, pathname);
  const operation = match?.route.operations.get(method.toUpperCase());
  return match === undefined || operation === undefined ? undefined : { operation, ...decodeAll(match.raw) };
}

/**
 * The methods that the spec has for a path, in upper case, e.g. for an `Allow` header.
 *
 * @param pathname - Still percent-encoded.
 * @returns Empty when the spec has no such path: then a server answers 404, else 405.
 */
export function allowedMethods(contract: Contract, pathname: string): string[] {
  return [...(matchRoute(contract, pathname)?.route.operations.keys() ?? [])];
}

type RouteMatch = { readonly route: Route; readonly raw: readonly (readonly [string, string])[] };

function matchRoute({ routes }: Contract, pathname: string): RouteMatch | undefined {
  if (!pathname.startsWith("/")) return undefined;
  const parts = cutPath(pathname).map(decodeUnreserved);
  for (const route of routes) {
    const raw = matchSegments(route.segments, parts);
    if (raw !== undefined) return { route, raw };
  }
  return undefined;
}

/** Stops at the first segment that does not fit: most routes of a large spec differ from a path early. */
function matchSegments(segments: readonly Segment[], parts: readonly string[]): RouteMatch["raw"] | undefined {
  if (segments.length !== parts.length) return undefined;
  const raw: (readonly [string, string])[] = [];
  for (const [index, segment] of segments.entries()) {
    const values = matchSegment(segment, parts[index] ?? "");
    if (values === undefined) return undefined;
    raw.push(...values);
  }
  return raw;
}

/** Goes from text to text; a parameter is what stands between, up to the next text's first place, the last one's last place. */
function matchSegment(segment: Segment, part: string): (readonly [string, string])[] | undefined {
  const [start = "", ...rest] = segment;
  if (rest.length === 0) return part === start ? [] : undefined;
  if (!part.startsWith(start) || part === "." || part === "..") return undefined;
  const values: (readonly [string, string])[] = [];
  let from = start.length;
  for (let index = 0; index < rest.length; index += 2) {
    const text = rest[index + 1] ?? "";
    const isLast = index + 2 >= rest.length;
    const to = isLast ? part.length - text.length : part.indexOf(text, from + 1);
    if (to <= from || !part.startsWith(text, to)) return undefined;
    values.push([rest[index] ?? "", part.slice(from, to)]);
    from = to + text.length;
  }
  return values;
}

/** RFC 3986: `%73` and `s` are the same path; an encoded delimiter and the delimiter are not. What is broken stays as it is. */
function decodeUnreserved(part: string): string {
  if (!part.includes("%") || decodeText(part) === undefined) return part;
  return part.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : encoded;
  });
}

function decodeAll(raw: RouteMatch["raw"]): Omit<OperationMatch, "operation"> {
  const pathParameters: Record<string, string> = Object.create(null);
  const encodedParameters: Record<string, string> = Object.create(null);
  const malformed: string[] = [];
  for (const [name, text] of raw) {
    const value = decodeText(text);
    encodedParameters[name] = text;
    if (value === undefined) malformed.push(name);
    else pathParameters[name] = value;
  }
  return { pathParameters, encodedParameters, malformed };
}

/** Decodes percent-encoding; undefined when it is broken. */
export function decodeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
