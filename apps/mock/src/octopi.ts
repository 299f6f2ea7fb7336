import { createRequire } from "node:module";
import type { Api } from "./api.js";

const require = createRequire(import.meta.url);
const TOKEN_FORM = /^Token token=(?:[^\s",]+|"[^\s",]+")$/;

/** Octopi, as its bundled spec describes it. */
export function octopi(): Api {
  return {
    name: "Octopi",
    prefix: "/api/v1/",
    document: require("@quayside/spec/octopi.json"),
    challenge: 'Token realm="Application"',
    howToAuthorise: "Send the header Authorization: Token token=<key>. The mock takes any key.",
    isAuthorised: (authorization) => TOKEN_FORM.test(authorization),
    errorBody: ({ message }) => ({ error: message }),
  };
}
