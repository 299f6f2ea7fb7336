import { variablesOf } from "./find-credentials.ts";
import type { SampleRequest } from "./sample-request.ts";
import { writeLiteral } from "./write-literal.ts";

/** Writes a request as a call of the method that the client has for it. */
export function writeTypeScript(request: SampleRequest): string {
  const { api, operationId, credentials, origin, answer } = request;
  const create = `create${api[0]?.toUpperCase()}${api.slice(1)}Client`;
  const call = `await ${api}.${operationId}(${writeArgument(request)});`;
  return [
    `import { ${create} } from "@quayside/client/${api}";`,
    "",
    `// Reads ${[origin.variable, ...variablesOf(credentials)].join(", ").replace(/, (\w+)$/, " and $1")} from the environment.`,
    `const ${api} = ${create}();`,
    "",
    ...(answer === "nothing" ? [call] : [`const answer = ${call}`, "console.log(answer);"]),
  ].join("\n");
}

function writeArgument({ parameters, body }: SampleRequest): string {
  const { fields, ...header } = parameters.header;
  const given = {
    path: unlessEmpty(parameters.path),
    query: unlessEmpty(parameters.query),
    header: unlessEmpty(header),
    fields: fields === undefined ? undefined : toTree(`${fields}`),
    body,
  };
  return unlessEmpty(given) === undefined ? "" : writeLiteral(given, "javascript");
}

/** Dataloy's `fields` header is an argument of its own, with `true` for what is wanted: from it the client infers the answer's type. */
function toTree(fields: string): unknown {
  return JSON.parse(fields, (_, value) => (value === "*" ? true : value));
}

function unlessEmpty<Value extends object>(value: Value): Value | undefined {
  return Object.values(value).every((one) => one === undefined) ? undefined : value;
}
