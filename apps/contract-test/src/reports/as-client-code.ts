import type { Exchange } from "../wire/exchange.js";
import { code, codeLiteral } from "./code-literal.js";
import { headersToSend, type Login, MALFORMED, MAX_REQUEST_BODY, urlToSend, variableOf } from "./headers-to-send.js";

const MAX_LENGTH = 40_000;

/**
 * Writes a request as a module that sends it: through `@quayside/client` where the client can say it, else with `fetch`. The
 * credentials are read from the environment, as in {@link asCurl}.
 *
 * @returns Undefined for what `fetch` refuses to send, and for a module of more than 40,000 characters.
 */
export function asClientCode(exchange: Exchange, login: Login): string | undefined {
  const url = urlToSend(exchange.request);
  if (url === undefined) return undefined;
  const variable = variableOf(exchange, login);
  const { operationId, values } = exchange;
  const isCall = values !== undefined && operationId !== undefined && /^[A-Za-z_$][\w$]*$/.test(operationId);
  const written =
    isCall && variable !== undefined ? asCall(exchange, login, url, variable) : asFetch(exchange, login, url);
  return written === undefined || written.length > MAX_LENGTH ? undefined : written;
}

function asCall({ operationId, values = {}, request }: Exchange, login: Login, url: string, variable: string): string {
  const { api, credentials } = login;
  const create = api === "octopi" ? "createOctopiClient" : "createDataloyClient";
  const options = {
    origin: new URL(url).origin,
    ...(api === "octopi" ? { token: textOf(variable) } : auth(login, variable)),
  };
  const headers = Object.fromEntries(headersToSend(request).filter((header) => !isClients(header, values.header)));
  const given = Object.keys(headers).length === 0 ? [] : [{ headers }];
  const { path, query, header, body } = values;
  const argument = { path, query, header, body };
  const isEmpty = Object.values(argument).every((one) => one === undefined);
  const call = (isEmpty && given.length === 0 ? [] : [argument, ...given]).map((one) => codeLiteral(one)).join(", ");
  const user = `const [username = "", password = ""] = ${textOf(variable).code}.split(/:(.*)/s);\n`;
  return `import { ${create} } from "@quayside/client/${api}";

${credentials === "user" ? user : ""}const ${api} = ${create}(${codeLiteral(options)});
const { status, body } = await ${api}.${operationId}.reply(${call});
console.log(status, body);
`;
}

function auth({ credentials }: Login, variable: string): object {
  return {
    auth:
      credentials === "user" ? { username: code("username"), password: code("password") } : { token: textOf(variable) },
  };
}

/** A text also where the variable is not set, which the client then complains of. */
function textOf(variable: string, before = "") {
  return code(`\`${before}\${process.env.${variable}}\``);
}

/** What the client writes by itself. */
function isClients([name, value]: readonly [string, string], header: object | undefined): boolean {
  if (name === "accept" || name === "content-type") return value === "application/json";
  return Object.keys(header ?? {}).some((own) => own.toLowerCase() === name);
}

function asFetch(exchange: Exchange, login: Login, url: string): string | undefined {
  const { method, body } = exchange.request;
  const isRefused = /^(CONNECT|TRACE|TRACK)$/i.test(method) || !/^[A-Za-z-]+$/.test(method);
  if (isRefused || (body !== undefined && (/^(GET|HEAD)$/.test(method) || body.length > MAX_REQUEST_BODY)))
    return undefined;
  const authorization = authorizationOf(exchange, login);
  const headers = { authorization, ...Object.fromEntries(headersToSend(exchange.request)) };
  const init = { method, redirect: "manual", headers, body };
  return `const response = await fetch(${codeLiteral(url)}, ${codeLiteral(init)});
console.log(response.status, await response.text());
`;
}

function authorizationOf(exchange: Exchange, login: Login) {
  if (exchange.sender === "malformed") return MALFORMED;
  const variable = variableOf(exchange, login);
  if (variable === undefined) return undefined;
  if (login.credentials === "user")
    return code(`\`Basic \${Buffer.from(process.env.${variable} ?? "").toString("base64")}\``);
  return textOf(variable, login.api === "octopi" ? "Token token=" : "Bearer ");
}
