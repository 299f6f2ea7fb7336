import type { LoggedRequest } from "@quayside/types/sandbox";
import type { LoggedRequest as Kept } from "../request-log.js";
import type { ControlHandler, ControlParts } from "./context.js";
import { writeUtc } from "./write-session.js";

const DEFAULT_LIMIT = 100;

/** The handlers that read and empty the log of requests. */
export function requestHandlers({ log }: ControlParts) {
  const listRequests: ControlHandler<"listRequests"> = async ({ query }, { session }) => {
    const { operation_id, limit = DEFAULT_LIMIT } = query;
    const all = log.list(session.name);
    const wanted = operation_id === undefined ? all : all.filter((one) => one.operation_id === operation_id);
    return { status: 200, body: { requests: wanted.slice(0, limit).map(writeRequest) } };
  };

  const clearRequests: ControlHandler<"clearRequests"> = async (_, { session, afterCommit }) => {
    afterCommit.push(() => log.clear(session.name));
    return { status: 204 };
  };

  return { listRequests, clearRequests };
}

function writeRequest({ at, ...request }: Kept): LoggedRequest {
  return { ...request, at: writeUtc(at), findings: [...request.findings] };
}
