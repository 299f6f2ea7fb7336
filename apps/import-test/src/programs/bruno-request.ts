import {
  credentialName,
  type HttpRequest,
  type ImportedAnswer,
  type ImportedParameter,
  type ImportedRequest,
  readText,
  type Variables,
} from "../collection.ts";
import type { BrunoAuth, BrunoExample, BrunoItem, BrunoRow } from "./bruno-collection.ts";

/**
 * What a request of a Bruno collection says.
 *
 * @param inherited - What the collection says of who calls.
 */
export function readRequest(
  item: BrunoItem,
  folder: string,
  inherited: BrunoAuth,
  variables: Variables,
): ImportedRequest {
  const { name, request, examples = [] } = item;
  const auth = request.auth.mode === "inherit" ? inherited : request.auth;
  const isJson = request.body.mode === "json";
  return {
    name,
    description: request.docs ?? "",
    folder,
    method: request.method,
    path: request.url.replace("{{baseUrl}}", "").replace(/:(\w+)/g, "{$1}"),
    parameters: [
      ...request.params.map((row) => readRow(row.type, row)),
      ...request.headers.map((row) => readRow("header", row)),
    ],
    body: isJson ? { contentType: "application/json", value: readText(request.body.json) } : undefined,
    credential: credentialOf(auth),
    answers: examples.map(readAnswer),
    text: JSON.stringify(item),
    toHttp: (own) => toHttp(request, auth, { ...variables, ...own }),
  };
}

function readRow(place: string, { name, value, description, enabled }: BrunoRow): ImportedParameter {
  return { in: place, name, value, description: description ?? "", isOn: enabled };
}

function credentialOf({ mode, apikey, oauth2 }: BrunoAuth): string {
  if (apikey !== null && mode === "apikey") return credentialName(mode, apikey.placement, apikey.key);
  if (oauth2 !== null && mode === "oauth2") return credentialName(mode, oauth2.grantType, oauth2.accessTokenUrl);
  return credentialName(mode);
}

function readAnswer({ name, description, request, response }: BrunoExample): ImportedAnswer {
  return {
    status: String(response.status),
    contentType: response.headers.find((header) => header.name === "Content-Type")?.value,
    name,
    description: description ?? "",
    headers: response.headers.map((header) => header.name),
    body: readText(response.body.content),
    requestBody: readText(request.body.json),
  };
}

/**
 * As Bruno's command line 4.1.0 sends it: a path parameter is a whole segment, and the query is what stands in the URL,
 * not what the table of parameters has.
 */
function toHttp(request: BrunoItem["request"], auth: BrunoAuth, variables: Variables): HttpRequest {
  const fillOnce = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (all, name) => variables[name] ?? all);
  // A variable may name another one: {{baseUrl}} is https://{{host}}.
  const fill = (text: string) => fillOnce(fillOnce(text));
  const url = new URL(fill(request.url));
  const parameters = new Map(request.params.filter(({ type }) => type === "path").map((row) => [`:${row.name}`, row]));
  const segments = url.pathname.split("/").map((part) => fill(parameters.get(part)?.value ?? part));
  const rows = request.headers.filter(({ enabled }) => enabled).map(({ name, value }) => [name, value]);
  if (auth.mode === "apikey" && auth.apikey !== null) rows.push([auth.apikey.key, auth.apikey.value]);
  if (auth.mode === "bearer" && auth.bearer !== null) rows.push(["Authorization", `Bearer ${auth.bearer.token}`]);
  if (request.body.mode === "json") rows.push(["Content-Type", "application/json"]);
  return {
    method: request.method,
    url: `${url.origin}${segments.map(encodeURI).join("/")}${url.search}`,
    headers: Object.fromEntries(rows.map(([name, value]) => [name, fill(String(value))])),
    body: request.body.mode === "json" ? fill(request.body.json ?? "") : undefined,
  };
}
