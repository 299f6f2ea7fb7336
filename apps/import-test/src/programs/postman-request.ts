import {
  credentialName,
  type ImportedAnswer,
  type ImportedParameter,
  type ImportedRequest,
  readText,
  type Variables,
} from "../collection.ts";
import type {
  PostmanAnswer,
  PostmanAuth,
  PostmanItem,
  PostmanRequest,
  PostmanRow,
  PostmanText,
  PostmanVariable,
} from "./postman-collection.ts";
import { toHttp } from "./postman-http.ts";

/**
 * What a request of a Postman collection says.
 *
 * @param inherited - What the collection says of who calls.
 */
export function readRequest(
  item: PostmanItem,
  folder: string,
  inherited: PostmanAuth | null | undefined,
  variables: Variables,
): ImportedRequest {
  const { name, request, response } = item;
  const auth = request.auth ?? inherited ?? { type: "noauth" };
  const { query } = request.url;
  return {
    name,
    description: textOf(request.description),
    folder,
    method: request.method,
    path: pathOf(request),
    parameters: [
      ...pathParameters(request, variables),
      ...query.map((row) => readRow("query", row)),
      ...request.header.map((row) => readRow("header", row)),
    ],
    body:
      request.body?.raw === undefined
        ? undefined
        : { contentType: contentTypeOf(request.header) ?? "", value: readText(request.body.raw) },
    credential: credentialOf(auth),
    answers: response.map(readAnswer),
    text: JSON.stringify(item),
    toHttp: (own) => toHttp(request, auth, { ...variables, ...own }),
  };
}

/** A description's text; an empty one where there is none. */
export function textOf(text: PostmanText | undefined): string {
  return typeof text === "object" ? text.content : (text ?? "");
}

/** `:x` is a path variable where it is a whole segment; elsewhere the importer writes a variable of the collection. */
function pathOf({ url }: PostmanRequest): string {
  return `/${url.path.map((part) => part.replace(/^:(\w+)$/, "{$1}").replace(/\{\{(\w+)\}\}/g, "{$1}")).join("/")}`;
}

function pathParameters(request: PostmanRequest, variables: Variables): ImportedParameter[] {
  const names = [...pathOf(request).matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]));
  return names.map((name) => {
    const own = request.url.variable.find(({ key }) => key === name);
    return readRow("path", own ?? { key: name, value: variables[name] ?? "" });
  });
}

function readRow(place: string, { key, value, description, disabled }: PostmanRow): ImportedParameter {
  return { in: place, name: key, value: String(value), description: textOf(description), isOn: disabled !== true };
}

function contentTypeOf(header: readonly PostmanRow[]): string | undefined {
  return header.find(({ key }) => key === "Content-Type")?.value;
}

function credentialOf({ type, apikey, oauth2 }: PostmanAuth): string {
  const detail = (of: readonly PostmanVariable[], name: string) => of.find(({ key }) => key === name)?.value;
  if (apikey !== undefined) return credentialName(type, detail(apikey, "in"), detail(apikey, "key"));
  if (oauth2 !== undefined) return credentialName(type, detail(oauth2, "grant_type"), detail(oauth2, "accessTokenUrl"));
  return type === "noauth" ? "none" : credentialName(type);
}

function readAnswer({ name, code, header, body, originalRequest }: PostmanAnswer): ImportedAnswer {
  return {
    status: String(code),
    contentType: contentTypeOf(header),
    name: "",
    description: name,
    headers: header.map(({ key }) => key),
    body: readText(body),
    requestBody: readText(originalRequest.body?.raw),
  };
}
