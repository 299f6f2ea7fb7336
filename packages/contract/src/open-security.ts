import type { SecurityScheme } from "./contract.js";
import { follow, isObject, memberOf, membersOf, type Place } from "./document.js";

/** Opens what an operation asks of its callers: its own `security`, else the document's. */
export function openSecurity(document: unknown, operation: Place): SecurityScheme[][] {
  const root = { pointer: "#", value: document };
  const own = memberOf(operation, "security");
  const { value, pointer } = own.value === undefined ? memberOf(root, "security") : own;
  const schemes = memberOf(memberOf(root, "components"), "securitySchemes");
  if (!Array.isArray(value)) return [];
  return value.map((alternative) =>
    membersOf({ pointer, value: alternative }).map(({ name }) =>
      openScheme(name, follow(document, memberOf(schemes, name))),
    ),
  );
}

/** OAuth 2 and OpenID Connect end in a bearer token, whatever the flow. */
function openScheme(name: string, place: Place): SecurityScheme {
  const { value: scheme, pointer } = place;
  if (!isObject(scheme)) throw new Error(`The security scheme ${name} is not described at ${pointer}.`);
  if (scheme.type === "apiKey") return apiKey(name, place);
  const bearer = scheme.type === "oauth2" || scheme.type === "openIdConnect";
  if (!bearer && scheme.type !== "http")
    throw new Error(`The security scheme at ${pointer} has a type that is not understood.`);
  const kind = bearer ? "bearer" : String(scheme.scheme).toLowerCase();
  if (!/^[a-z0-9-]+$/.test(kind))
    throw new Error(`The security scheme at ${pointer} has a scheme that is not understood.`);
  const token = kind === "basic" ? "[A-Za-z0-9+/]+={0,2}" : kind === "bearer" ? "[A-Za-z0-9._~+/-]+=*" : "\\S.*";
  const word = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const form = kind === "basic" ? "Basic <user and password>" : `${word} <token>`;
  return { name, in: "header", parameter: "Authorization", form, format: new RegExp(`^${kind} +${token}$`, "i") };
}

function apiKey(name: string, place: Place): SecurityScheme {
  const where = memberOf(place, "in").value;
  const parameter = memberOf(place, "name").value;
  const format = memberOf(place, "x-token-format");
  if ((where !== "header" && where !== "query") || typeof parameter !== "string") {
    throw new Error(`The security scheme at ${place.pointer} is not in a header or in the query.`);
  }
  const form = format.value === undefined ? "<key>" : `a value of the form ${format.value}`;
  return { name, in: where, parameter, form, format: expression(format) };
}

function expression({ value, pointer }: Place): RegExp {
  try {
    return new RegExp(value === undefined ? "\\S" : String(value), "u");
  } catch (error) {
    throw new Error(
      `The pattern at ${pointer} is no regular expression: ${error instanceof Error ? error.message : error}.`,
    );
  }
}
