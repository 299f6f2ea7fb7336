import { describeAllow, Refusal } from "@quayside/serve";
import type { Api } from "./api.js";
import type { Operation } from "./prism-engine.js";

/** An operation of an API, and how to recognise its paths. */
export type Route = { api: Api; operation: Operation; pattern: RegExp };

/** The route that a request takes. `path` is the operation's path with the request's values in it, encoded in one way. */
export type Match = { route: Route; path: string };

const PARAMETER = /\{([^}]+)\}/;
const NEAR_ROUTES = 3;

/** Makes the route of an operation. A path parameter takes one character or more, and never a slash unless encoded. */
export function toRoute(api: Api, operation: Operation): Route {
  const pieces = operation.path.split(PARAMETER);
  const source = pieces.map((piece, index) => (index % 2 === 0 ? escapeLiteral(piece) : "([^/]+)")).join("");
  return { api, operation, pattern: new RegExp(`^${source}$`) };
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * Finds the route of a request.
 *
 * @param path - Still percent-encoded; its escapes must be well-formed.
 * @throws Refusal - 404 for an unknown path, naming the nearest ones; 405 for a method that the path does not have.
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  const onPath = routesOnPath(routes, path);
  if (onPath.length === 0) throw new Refusal(404, describeUnknown(routes, method, path));
  const wanted = method === "HEAD" ? "GET" : method;
  const route = onPath.find(({ operation }) => operation.method.toUpperCase() === wanted);
  if (route === undefined) {
    const allow = describeAllow(methodsOf(onPath));
    throw new Refusal(405, `${method} is not known for ${path}; use ${allow.replace(/, ([^,]+)$/, " or $1")}.`, {
      allow,
    });
  }
  return { route, path: normalisePath(route, path) };
}

/** The operations on a path; none when the path is unknown. */
export function routesOnPath(routes: readonly Route[], path: string): Route[] {
  return routes.filter(({ pattern }) => pattern.test(path));
}

/** The methods of a path's operations, in upper case. */
export function methodsOf(onPath: readonly Route[]): string[] {
  return onPath.map(({ operation }) => operation.method.toUpperCase());
}

function normalisePath({ operation, pattern }: Route, path: string): string {
  const values = pattern.exec(path)?.slice(1) ?? [];
  let index = 0;
  return operation.path.replace(/\{[^}]+\}/g, () => encodeURIComponent(decodeURIComponent(values[index++] ?? "")));
}

function describeUnknown(routes: readonly Route[], method: string, path: string): string {
  const near = [...routes]
    .sort((a, b) => likeness(b.operation.path, path) - likeness(a.operation.path, path))
    .slice(0, NEAR_ROUTES)
    .map(({ operation }) => `${operation.method.toUpperCase()} ${operation.path}`);
  return `The mock has no ${method} ${path}. Near it are ${near.join(", ")}.`;
}

/** Counts the leading segments that two paths share; a parameter shares less than a literal. */
function likeness(template: string, path: string): number {
  const wanted = segments(template);
  const given = segments(path);
  const shared = wanted.map((segment, index) => scoreSegment(segment, given[index]));
  return shared.reduce((sum, score) => sum + score, 0) - Math.abs(wanted.length - given.length);
}

function segments(path: string): string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => segment.replace(/\.json$/, ""));
}

function scoreSegment(template: string, segment: string | undefined): number {
  if (segment === undefined) return 0;
  return template === segment ? 2 : PARAMETER.test(template) ? 1 : 0;
}
