import { asObject, asText, type Json } from "../reference/json.ts";
import { resolve } from "../reference/resolve.ts";
import { blocks, codeSpan } from "./markdown.ts";
import type { Api, Operation } from "./read-operations.ts";
import { root, writeText } from "./write-text.ts";

/** What a request must bring to be let in, and where to read more. */
export function writeCredentials({ id, document }: Pick<Api, "id" | "document">, operation: Operation): string {
  const schemes = asObject(asObject(document.components).securitySchemes);
  const ways = operation.security.filter((way) => Object.keys(way).length > 0);
  if (ways.length === 0) return "None.";
  const lines = ways.map((way) =>
    Object.keys(way)
      .map((name) => writeScheme(name, resolve(document, schemes[name])))
      .join(", and "),
  );
  return blocks(leadOf(operation.security, ways), lines.map((line) => `- ${line}`).join("\n"), readMore(id));
}

function leadOf(all: readonly Json[], ways: readonly Json[]): string {
  if (all.length > ways.length) return ways.length === 1 ? "None, or:" : "None, or one of these:";
  return ways.length === 1 ? "" : "One of these:";
}

function writeScheme(name: string, scheme: Json): string {
  return `${codeSpan(name)}, ${kindOf(scheme)}. ${writeText(scheme.description).replace(/\s*\n\s*/g, " ")}`.trim();
}

function kindOf(scheme: Json): string {
  if (scheme.type === "apiKey") return `a key in the ${scheme.in} ${codeSpan(asText(scheme.name))}`;
  if (scheme.type === "http") return scheme.scheme === "basic" ? "HTTP Basic" : `HTTP ${asText(scheme.scheme)} token`;
  const url = asText(asObject(asObject(scheme.flows).clientCredentials).tokenUrl);
  return url === "" ? asText(scheme.type) : `an access token of OAuth 2 from ${codeSpan(url)}`;
}

function readMore(id: string): string {
  return id === "sandbox"
    ? `More: [the sandbox](${root}guides/sandbox.md).`
    : `More: [credentials](${root}guides/credentials.md).`;
}
