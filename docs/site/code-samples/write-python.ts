import type { Credentials } from "./find-credentials.ts";
import type { SampleRequest } from "./sample-request.ts";
import { writeGroup, writeLines, writeLiteral } from "./write-literal.ts";

const step = "    ";

/** Writes a request as a Python 3 program that needs the standard library only. It raises where the answer is a failure. */
export function writePython(request: SampleRequest): string {
  const { credentials, body, answer } = request;
  const imports = [
    ...(body !== undefined || answer === "json" ? ["import json"] : []),
    "import os",
    ...(credentials?.kind === "user" ? ["from base64 import b64encode"] : []),
    "from urllib.request import Request, urlopen",
  ];
  return [
    ...imports,
    "",
    ...setUp(request),
    "",
    `request = Request${writeLines("()", argumentsOf(request), "python")}`,
    "with urlopen(request) as response:",
    step +
      (answer === "json"
        ? "print(json.dumps(json.load(response), indent=2))"
        : "print(response.status, response.read().decode())"),
  ].join("\n");
}

function setUp({ origin, credentials }: SampleRequest): string[] {
  const { variable, byDefault } = origin;
  const read = (name: string) => `os.environ[${writeLiteral(name, "python")}]`;
  const where =
    byDefault === undefined ? read(variable) : `os.environ.get("${variable}", ${writeLiteral(byDefault, "python")})`;
  const lines = [`origin = ${where}`];
  if (credentials?.kind === "token") lines.push(`token = ${read(credentials.variable)}`);
  if (credentials?.kind === "user") {
    lines.push(`user = ${read(credentials.username)} + ":" + ${read(credentials.password)}`);
  }
  return lines;
}

function argumentsOf({ target, method, credentials, headers, body }: SampleRequest): string[] {
  const written = [
    ...authorization(credentials),
    ...headers.map(([name, value]) => `${writeLiteral(name, "python")}: ${headerLiteral(value)}`),
  ];
  return [
    `origin + ${writeLiteral(target, "python")}`,
    ...(method === "GET" ? [] : [`method=${writeLiteral(method, "python")}`]),
    ...(written.length === 0 ? [] : [`headers=${writeGroup("{}", written, "python", step)}`]),
    ...(body === undefined ? [] : [`data=json.dumps(${writeLiteral(body, "python", step)}).encode()`]),
  ];
}

function authorization(credentials: Credentials | undefined): string[] {
  if (credentials === undefined) return [];
  if (credentials.kind === "user") return ['"Authorization": "Basic " + b64encode(user.encode()).decode()'];
  return [`"Authorization": ${writeLiteral(credentials.before, "python")} + token`];
}

/** A header is bytes, and Python takes each character for one of them. */
function headerLiteral(value: string): string {
  const literal = writeLiteral(value, "python");
  return /[^ -~]/.test(value) ? `${literal}.encode().decode("latin-1")` : literal;
}
