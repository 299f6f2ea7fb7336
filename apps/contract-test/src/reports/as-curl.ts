import type { Exchange } from "../wire/exchange.js";
import { headersToSend, type Login, MALFORMED, MAX_REQUEST_BODY, urlToSend, variableOf } from "./headers-to-send.js";
import { isPlain, replaceUnprintable, wellFormed } from "./plain-text.js";

/**
 * Writes a request as a command for any POSIX shell, over several lines. Whatever is in the request, the shell only passes it
 * on. The credentials are `$QUAYSIDE_TOKEN` or `$QUAYSIDE_USER`, of another tenant `$QUAYSIDE_OTHER_TOKEN` or
 * `$QUAYSIDE_OTHER_USER`.
 *
 * @returns Undefined for what curl cannot be told, and for a body of more than 20,000 characters.
 */
export function asCurl(exchange: Exchange, login: Login): string | undefined {
  const { request } = exchange;
  const { method, body = "" } = request;
  const url = urlToSend(request);
  if (url === undefined || !/^[A-Za-z-]+$/.test(method) || body.length > MAX_REQUEST_BODY) return undefined;
  const isPiped = !isPlain(body);
  const lines = [
    ["curl", ...methodOptions(method, body), ...urlOptions(url), quote(url)].join(" "),
    ...authorization(exchange, login),
    ...headersOf(exchange).map((header) => `--header ${quote(header)}`),
    ...(body === "" ? [] : [isPiped ? "--data-binary @-" : `--data-raw ${quote(body)}`]),
  ];
  const command = lines.join(" \\\n  ");
  return isPiped ? `printf ${quote(asFormat(body))} |\n  ${command}` : command;
}

function methodOptions(method: string, body: string): string[] {
  if (method === "HEAD") return ["--head"];
  return method === "GET" && body === "" ? ["--include"] : ["--include", "--request", method];
}

/** Otherwise curl makes several URLs of one with brackets, and takes dots out of a path. */
function urlOptions(url: string): string[] {
  const globs = /[[\]{}]/.test(url) ? ["--globoff"] : [];
  return /\/\.\.?([/?#]|$)/.test(url) ? [...globs, "--path-as-is"] : globs;
}

function authorization(exchange: Exchange, login: Login): string[] {
  if (exchange.sender === "malformed") return [`--header ${quote(`Authorization: ${MALFORMED}`)}`];
  const variable = variableOf(exchange, login);
  if (variable === undefined) return [];
  if (login.credentials === "user") return [`--user "$${variable}"`];
  return [`--header "Authorization: ${login.api === "octopi" ? "Token token=" : "Bearer "}$${variable}"`];
}

/** Of itself curl says that a body is a form, and nothing about the length of none. A name with `;` is a header without a value. */
function headersOf({ request }: Exchange): string[] {
  const { method, body = "" } = request;
  const headers = headersToSend(request);
  const written = headers.map(([name, value]) => (value === "" ? `${name};` : `${name}: ${value}`));
  if (body === "") return /^(POST|PUT|PATCH)$/.test(method) ? [...written, "content-length: 0"] : written;
  return headers.some(([name]) => name === "content-type") ? written : [...written, "content-type:"];
}

/** In single quotes a shell reads nothing but the closing one. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A format of printf that prints the text: what cannot stand in a command as it is, byte by byte. */
function asFormat(text: string): string {
  const escaped = wellFormed(text).replaceAll("\\", "\\\\").replaceAll("%", "%%").replace(/^-/, "\\055");
  return replaceUnprintable(escaped, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join(""),
  );
}
