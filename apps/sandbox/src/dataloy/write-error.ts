import type { ErrorBody } from "@quayside/types/dataloy";
import type { ErrorContext } from "../api.js";
import { writeLocalTime } from "./local-time.js";

/** An `import` of it would load all that it can give, a WebSocket and a fetch among it. */
const { STATUS_CODES } = process.getBuiltinModule("node:http");

const FAMILIES = ["INFORMATIONAL", "SUCCESSFUL", "REDIRECTION", "CLIENT_ERROR", "SERVER_ERROR"];

/** Writes the seven fields of an error (D-81). */
export function writeError({ status, message, method, url, now }: ErrorContext): ErrorBody {
  return {
    statusCode: status,
    statusText: STATUS_CODES[status] ?? "",
    message,
    date: writeLocalTime(now),
    statusFamily: FAMILIES[Math.floor(status / 100) - 1] ?? "OTHER",
    method,
    uri: url,
  };
}
