import { STATUS_CODES } from "node:http";
import { createRequire } from "node:module";
import type { Api, ErrorContext } from "./api.js";

const require = createRequire(import.meta.url);
const BEARER_FORM = /^Bearer [\w.~+/-]+=*$/i;
const BASIC_FORM = /^Basic ([\w+/]+={0,2})$/i;

/** Dataloy VMS, as its bundled spec describes it. */
export function dataloy(): Api {
  return {
    name: "Dataloy",
    prefix: "/ws/rest/",
    document: require("@quayside/spec/dataloy.json"),
    challenge: 'Bearer realm="Dataloy", Basic realm="Dataloy"',
    howToAuthorise:
      "Send the header Authorization: Bearer <access token>, or Basic <base64 of user:password>. The mock takes any.",
    isAuthorised: (authorization) => BEARER_FORM.test(authorization) || isBasic(authorization),
    errorBody,
  };
}

/** A colon must stand between user and password; the password may hold further ones. */
function isBasic(authorization: string): boolean {
  const encoded = BASIC_FORM.exec(authorization)?.[1];
  return encoded !== undefined && Buffer.from(encoded, "base64").toString("utf8").includes(":");
}

function errorBody({ status, message, method, url, date }: ErrorContext): object {
  return {
    statusCode: status,
    statusText: STATUS_CODES[status] ?? "Error",
    message,
    date: date.toISOString().slice(0, 19),
    statusFamily: status < 500 ? "CLIENT_ERROR" : "SERVER_ERROR",
    method,
    uri: url.href,
  };
}
