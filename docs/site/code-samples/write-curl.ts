import type { Credentials } from "./find-credentials.ts";
import type { SampleRequest } from "./sample-request.ts";
import { writeLiteral } from "./write-literal.ts";

/** Writes a request as a curl command for any POSIX shell. It fails, and prints the answer, where the answer is a failure. */
export function writeCurl({ method, origin, target, headers, credentials, body }: SampleRequest): string {
  const start = method === "GET" ? "curl --fail-with-body" : `curl --fail-with-body --request ${method}`;
  const base = origin.byDefault === undefined ? `$${origin.variable}` : `\${${origin.variable}:-${origin.byDefault}}`;
  return [
    start,
    `"${base}${escapeInDoubleQuotes(target)}"`,
    ...authorization(credentials),
    ...headers.map((header) => `--header ${quote(asOption(header))}`),
    ...(body === undefined ? [] : [`--data ${quote(writeLiteral(body, "json"))}`]),
  ].join(" \\\n  ");
}

function authorization(credentials: Credentials | undefined): string[] {
  if (credentials === undefined) return [];
  if (credentials.kind === "user") return [`--user "$${credentials.username}:$${credentials.password}"`];
  return [`--header "Authorization: ${credentials.before}$${credentials.variable}"`];
}

/** A name with a semicolon is a header without a value; with a colon it would take the header away. */
function asOption([name, value]: readonly [string, string]): string {
  return value === "" ? `${name};` : `${name}: ${value}`;
}

/** In single quotes a shell reads nothing but the closing one. */
function quote(text: string): string {
  return /^[ \w.:/-]+$/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`;
}

function escapeInDoubleQuotes(text: string): string {
  return text.replace(/["$`\\]/g, "\\$&");
}
