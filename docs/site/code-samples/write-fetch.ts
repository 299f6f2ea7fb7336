import { type Credentials, variablesOf } from "./find-credentials.ts";
import type { SampleRequest } from "./sample-request.ts";
import { writeGroup, writeLines, writeLiteral } from "./write-literal.ts";

/** Writes a request as a JavaScript module that sends it with `fetch`. It throws where the answer is a failure. */
export function writeFetch(request: SampleRequest): string {
  const { origin, target, credentials, answer } = request;
  const url = `\`\${${origin.variable}}${target.replace(/[`\\]|\$\{/g, "\\$&")}\``;
  const options = optionsOf(request);
  const given = options.length === 0 ? "url" : `url, ${writeLines("{}", options, "javascript")}`;
  const isUser = credentials?.kind === "user";
  return [
    `const ${writeGroup("{}", variables(request), "javascript")} = process.env;`,
    ...(isUser ? [`const user = \`\${${credentials.username}}:\${${credentials.password}}\`;`] : []),
    "",
    `const url = ${url};`,
    `const response = await fetch(${given});`,
    `if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);`,
    answer === "json" ? "console.log(await response.json());" : "console.log(response.status, await response.text());",
  ].join("\n");
}

function variables({ origin, credentials }: SampleRequest): string[] {
  const { variable, byDefault } = origin;
  const first = byDefault === undefined ? variable : `${variable} = ${writeLiteral(byDefault, "javascript")}`;
  return [first, ...variablesOf(credentials)];
}

function optionsOf({ method, credentials, headers, body }: SampleRequest): string[] {
  const written = [
    ...authorization(credentials),
    ...headers.map(([name, value]) => `${key(name)}: ${headerLiteral(value)}`),
  ];
  return [
    ...(method === "GET" ? [] : [`method: ${writeLiteral(method, "javascript")}`]),
    ...(written.length === 0 ? [] : [`headers: ${writeGroup("{}", written, "javascript", "  ")}`]),
    ...(body === undefined ? [] : [`body: JSON.stringify(${writeLiteral(body, "javascript", "  ")})`]),
  ];
}

function authorization(credentials: Credentials | undefined): string[] {
  if (credentials === undefined) return [];
  if (credentials.kind === "user") return [`Authorization: \`Basic \${Buffer.from(user).toString("base64")}\``];
  return [`Authorization: \`${credentials.before}\${${credentials.variable}}\``];
}

function key(name: string): string {
  return writeLiteral({ [name]: 0 }, "javascript").slice(2, -5);
}

/** A header is bytes, and `fetch` takes each character for one of them. */
function headerLiteral(value: string): string {
  const literal = writeLiteral(value, "javascript");
  return /[^ -~]/.test(value) ? `Buffer.from(${literal}).toString("latin1")` : literal;
}
