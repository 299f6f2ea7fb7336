import type { Api } from "../api.js";
import type { Operation } from "../operation.js";
import type { WireRequest } from "../write-request.js";
import type { BrokenCase } from "./case.js";

/** A method of WebDAV: no REST API has it, and a server that takes it for another changes nothing. */
const UNKNOWN_METHOD = "PROPFIND";

type Common = Pick<BrokenCase, "kind" | "operationId" | "inferred">;

/** Ways to break a request as a whole: its body, its credentials, its method. `right` keeps all rules. */
export function brokenMessages(api: Api, operation: Operation, right: WireRequest): BrokenCase[] {
  const common: Common = { kind: "broken", operationId: operation.operationId, inferred: false };
  const unknownMethod = isFirstOnPath(api, operation) ? [withUnknownMethod(common, right)] : [];
  return [
    ...brokenBodies(common, operation, right),
    ...brokenCredentials(common, api, operation, right),
    ...unknownMethod,
  ];
}

function brokenBodies(common: Common, operation: Operation, right: WireRequest): BrokenCase[] {
  const { method, url, headers, body } = right;
  if (body === undefined) return [];
  const text = new Headers({ accept: "application/json", "content-type": "text/plain" });
  const refused = { ...common, due: "refusal", where: "body" } as const;
  const missing = { ...refused, name: "without a body", request: { method, url, headers } };
  return [
    ...(operation.body?.required === true ? [missing] : []),
    { ...refused, name: "body cut off", httpStatus: 400, request: { ...right, body: body.slice(0, -1) } },
    {
      ...refused,
      name: "body as text/plain",
      where: "header.Content-Type",
      httpStatus: 415,
      request: { ...right, headers: text },
    },
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

function withUnknownMethod(common: Common, { url, headers }: WireRequest): BrokenCase {
  const request = { method: UNKNOWN_METHOD, url, headers };
  return { ...common, name: `by ${UNKNOWN_METHOD}`, due: "no-such-method", where: UNKNOWN_METHOD, request };
}
