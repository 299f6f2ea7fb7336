import { type Aspect, hasText, type Outcome, perOperation } from "./aspect.ts";

/** What stands for a whole API, and what no request shows. */
export const wholeAspects: readonly Aspect[] = [
  {
    name: "Server: address, as a variable",
    find: ({ document }, { variables }) =>
      document.servers.map(({ url, variables: own = {} }) => {
        const defaults = Object.entries(own).every(([name, { default: value }]) => variables[name] === value);
        return [url, defaults && variables.baseUrl === url.replace(/\{(\w+)\}/g, "{{$1}}")];
      }),
  },
  perOperation("Credentials: one of the ways", ({ credentials }, request) => [
    ["", request !== undefined && credentials.includes(request.credential)],
  ]),
  perOperation("Credentials: all of several ways", ({ credentials }, request) =>
    credentials.length < 2 ? [] : [["", credentials.every((way) => way === request?.credential)]],
  ),
  {
    name: "Credentials: descriptions",
    find: ({ document }, collection) =>
      Object.entries(document.components.securitySchemes).map(([name, { description }]) => [
        name,
        hasText(collection.text, asJson(description)),
      ]),
  },
  {
    name: "API: description",
    find: ({ document }, { description }) => [[document.info.title, hasText(description, document.info.description)]],
  },
  {
    name: "Webhooks",
    find: ({ document }, { requests }) =>
      Object.entries(document.webhooks ?? {}).flatMap(([name, methods]) =>
        Object.values(methods).map(
          ({ summary }): Outcome => [name, requests.some((request) => request.name === summary)],
        ),
      ),
  },
  {
    name: "Fields of schemas: descriptions",
    find: ({ document, operations }, collection) => {
      const elsewhere = JSON.stringify(operations);
      // A sentence that a parameter has as well would be found, and tell nothing.
      const own = fieldsOf(document.components.schemas, []).filter(([, text]) => !elsewhere.includes(asJson(text)));
      return own.map(([where, text]) => [where, hasText(collection.text, asJson(text))]);
    },
  },
  perOperation("Evidence marks", ({ responses }, request) =>
    Object.entries(responses)
      .filter(([, response]) => response["x-evidence"] !== undefined)
      .map(([status]) => [status, hasText(request?.text, "x-evidence")]),
  ),
];

/** A text as it stands in JSON. */
function asJson(text: string): string {
  return JSON.stringify(text.trim()).slice(1, -1);
}

/** The properties of all schemas, wherever they stand in them, that have a description. */
function fieldsOf(value: unknown, names: readonly string[]): [where: string, description: string][] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, member]) => fieldsOf(member, [...names, name]));
  const isField = names.at(-2) === "properties" && "description" in value && typeof value.description === "string";
  return isField ? [[names.join("."), String(value.description)], ...inside] : inside;
}
