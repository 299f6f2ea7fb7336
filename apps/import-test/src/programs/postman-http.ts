import sdk from "postman-collection";
import type { HttpRequest, Variables } from "../collection.ts";
import type { PostmanAuth, PostmanRequest } from "./postman-collection.ts";

/** What Postman sends: its own code fills in path variables and variables, and leaves out rows that are off. */
export function toHttp(request: PostmanRequest, auth: PostmanAuth, variables: Variables): HttpRequest {
  const fill = (text: string) => sdk.Property.replaceSubstitutions(text, variables);
  const url = new sdk.Url({ ...request.url });
  const rows = request.header.filter(({ disabled }) => disabled !== true).map(({ key, value }) => [key, value]);
  const own = Object.fromEntries((auth.apikey ?? []).map(({ key, value }) => [key, value]));
  if (own.key !== undefined) rows.push([own.key, own.value ?? ""]);
  const raw = request.body?.raw;
  return {
    method: request.method,
    url: fill(`${url.getHost()}${url.getPathWithQuery()}`),
    headers: Object.fromEntries(rows.map(([name, value]) => [name, fill(String(value))])),
    body: raw === undefined ? undefined : fill(raw),
  };
}
