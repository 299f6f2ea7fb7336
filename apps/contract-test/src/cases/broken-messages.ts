import type { Api } from "../api.js";
import type { Operation } from "../operation.js";
import type { WireRequest } from "../write-request.js";
import type { BrokenCase } from "./case.js";

/** A method of WebDAV: no REST API has it, and a server that takes it for another changes nothing. */
const UNKNOWN_METHOD = "PROPFIND";
/** Methods that other paths may have. Not DELETE, nor what HTTP answers by itself; sent without a body, they change little. */
const OTHER_METHODS = ["PATCH", "PUT", "POST"];
/** Media types of a body that a server may know, and the spec does not. */
const OTHER_TYPES = ["text/plain", "application/xml", "application/x-www-form-urlencoded"];

type Common = Pick<BrokenCase, "kind" | "operationId" | "inferred">;

/** Ways to break a request as a whole: its body, its credentials, its method. `right` keeps all rules. */
export function brokenMessages(api: Api, operation: Operation, right: WireRequest): BrokenCase[] {
  const common: Common = { kind: "broken", operationId: operation.operationId, inferred: false };
  const unknownMethods = isFirstOnPath(api, operation) ? withUnknownMethods(common, api, operation, right) : [];
  return [
    ...brokenBodies(common, operation, right),
    ...brokenCredentials(common, api, operation, right),
    ...unknownMethods,
  ];
}

function brokenBodies(common: Common, operation: Operation, right: WireRequest): BrokenCase[] {
  const { method, url, headers, body } = right;
  if (body === undefined) return [];
  const refused = { ...common, due: "refusal", where: "body" } as const;
  const missing = { ...refused, name: "without a body", request: { method, url, headers } };
  return [
    ...(operation.body?.required === true ? [missing] : []),
    { ...refused, name: "body cut off", httpStatus: 400, request: { ...right, body: body.slice(0, -1) } },
    ...OTHER_TYPES.map((type) => ({
      ...refused,
      name: `body as ${type}`,
      where: "header.Content-Type",
      httpStatus: 415,
      request: { ...right, headers: new Headers([...headers, ["content-type", type]]) },
    })),
  ];
}

function brokenCredentials(common: Common, api: Api, operation: Operation, request: WireRequest): BrokenCase[] {
  if (!operation.secured) return [];
  const due = { ...common, due: "authentication", where: "header.Authorization", request } as const;
  return [
    { ...due, name: "without credentials", authorization: null },
    ...api.malformed.map((value) => ({ ...due, name: `with the credentials "${value}"`, authorization: value })),
  ];
}

/** A method belongs to a path, not to an operation; it is tried once a path. */
function isFirstOnPath(api: Api, operation: Operation): boolean {
  return api.operations.find(({ path }) => path === operation.path) === operation;
}

/** One that no path has, and one that only this path does not have. That it is refused is our conclusion. */
function withUnknownMethods(common: Common, api: Api, { path }: Operation, right: WireRequest): BrokenCase[] {
  const known = api.operations.filter((one) => one.path === path).map(({ method }) => method);
  const other = OTHER_METHODS.find((method) => !known.includes(method));
  return [
    withMethod(common, right, UNKNOWN_METHOD),
    ...(other === undefined ? [] : [{ ...withMethod(common, right, other), inferred: true }]),
  ];
}

function withMethod(common: Common, { url, headers }: WireRequest, method: string): BrokenCase {
  return { ...common, name: `by ${method}`, due: "no-such-method", where: method, request: { method, url, headers } };
}
