import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exchange } from "../testing/exchange.js";
import { asCurl } from "./as-curl.js";
import { isPlain } from "./plain-text.js";

const OCTOPI = { api: "octopi", credentials: "token" } as const;

/** What `curl` is started with by a real shell, and what comes to it through a pipe. */
function runAll(commands: readonly string[]): { args: string[]; piped: string }[] {
  const stub =
    'curl() { for each in "$@"; do printf "%s\\0" "$each"; done; case "$*" in *@-) od -An -v -tx1;; esac; printf "\\0END\\0"; }';
  const env = {
    PATH: process.env.PATH,
    QUAYSIDE_TOKEN: "s3cret",
    QUAYSIDE_USER: "me:pass",
    QUAYSIDE_OTHER_TOKEN: "other",
  };
  const script = [stub, ...commands.map((one) => `${one}\n`)].join("\n");
  const { stdout, stderr, status } = spawnSync("sh", ["-eu"], { input: script, env, encoding: "utf8", maxBuffer: 1e8 });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout
    .split("\0END\0")
    .slice(0, -1)
    .map((one) => {
      const args = one.split("\0");
      const piped = Buffer.from((args.pop() ?? "").replace(/\s/g, ""), "hex").toString();
      return { args, piped };
    });
}

function run(...given: Parameters<typeof exchange>) {
  const command = asCurl(exchange(...given), OCTOPI);
  const [ran = { args: [], piped: "" }] = runAll([command ?? ""]);
  return ran;
}

test("a command for people: what is sent where, with whose token, and the answer's headers", () => {
  const request = {
    method: "PUT",
    headers: { accept: "application/json", "content-type": "application/json", prefer: "code=404" },
    body: '{"comment":"it\'s"}',
  };
  expect(
    asCurl(exchange({ request }), OCTOPI),
  ).toBe(`curl --include --request PUT 'http://127.0.0.1:4010/api/v1/service_orders/SO%2F1.json' \\
  --header "Authorization: Token token=$QUAYSIDE_TOKEN" \\
  --header 'accept: application/json' \\
  --header 'content-type: application/json' \\
  --header 'prefer: code=404' \\
  --data-raw '{"comment":"it'\\''s"}'`);
});

test("the credentials are those that were sent: a token, a user, another tenant's, ones that are no good, none", () => {
  const octopi = (sender: "own" | "other" | "none" | "malformed") => run({ sender }).args.slice(2, -2);
  expect(octopi("own")).toEqual(["--header", "Authorization: Token token=s3cret"]);
  expect(octopi("other")).toEqual(["--header", "Authorization: Token token=other"]);
  expect(octopi("none")).toEqual([]);
  expect(octopi("malformed")).toEqual(["--header", "Authorization: quayside"]);
  expect(asCurl(exchange(), { api: "dataloy", credentials: "token" })).toContain(
    '"Authorization: Bearer $QUAYSIDE_TOKEN"',
  );
  expect(asCurl(exchange(), { api: "dataloy", credentials: "user" })).toContain('--user "$QUAYSIDE_USER"');
});

test("what could pass for curl's own syntax does not: brackets and dots in a URL, a body that begins with @, an empty header", () => {
  const url = "https://t.example/a[1]/../{b}?x=@y";
  const request = {
    method: "POST",
    url,
    headers: { "x-empty": "", "content-type": "text/plain" },
    body: "@/etc/passwd",
  };
  expect(run({ request }).args).toEqual([
    ...["--include", "--request", "POST", "--globoff", "--path-as-is", url],
    ...["--header", "Authorization: Token token=s3cret", "--header", "x-empty;"],
    ...["--header", "content-type: text/plain", "--data-raw", "@/etc/passwd"],
  ]);
});

test("no body has a length too, and a body without a type gets none", () => {
  expect(run({ request: { method: "POST" } }).args.at(-1)).toBe("content-length: 0");
  expect(run({ request: { method: "POST", body: "{" } }).args.slice(-3)).toEqual(["content-type:", "--data-raw", "{"]);
  expect(run({ request: { method: "HEAD" } }).args[0]).toBe("--head");
  expect(run({ request: { method: "GET", body: "{}" } }).args.slice(0, 3)).toEqual(["--include", "--request", "GET"]);
});

test("credentials and what curl writes by itself are not repeated, nor what no header can hold", () => {
  const headers = {
    Authorization: "Token token=leaked",
    cookie: "leaked",
    "x-api-key": "leaked",
    "x-auth-token": "leaked",
    host: "leaked",
    "content-length": "1",
    "@/etc/passwd": "leaked",
    "x-a": "b\r\nleaked: 1",
  };
  const command = asCurl(exchange({ request: { url: "http://leaked:leaked@t.example/", headers } }), OCTOPI);
  expect(command).not.toContain("leaked");
  expect(command).toContain("'http://t.example/'");
});

test("what curl must not be told is not written: another scheme, an odd method, a body that was cut", () => {
  const commands = [
    { url: "file:///etc/passwd" },
    { url: "--output=/etc/passwd" },
    { url: "http://[" },
    { method: "GET -o x" },
    { method: "" },
    { body: "x".repeat(20_001) },
  ].map((request) => asCurl(exchange({ request }), OCTOPI));
  expect(commands).toEqual(commands.map(() => undefined));
});

const HOSTILE = [
  "'; rm -rf / #",
  '$(id) `id` \\ $HOME "!!',
  "%s %% \\n \\033 -",
  "%s %% \\n \\033 \u0007",
  "-e\n\u001b[2J\u0000\u009b\u202e7",
  "\ud800 ]]> </script>",
  "日本\u{1f6a2}",
  "x".repeat(19_000),
];

test.each(HOSTILE)("a shell passes on whatever a body, a URL and a header hold: %j", (text) => {
  const request = { method: "PUT", url: `http://t.example/${text}?${text}`, headers: { "x-a": text }, body: text };
  const command = asCurl(exchange({ request }), OCTOPI);
  expect(command?.split("\n").every(isPlain)).toBe(true);
  const [{ args = [], piped = "" } = {}] = runAll([command ?? ""]);
  const sent = args.at(-2) === "--data-raw" ? args.at(-1) : piped;
  expect(sent).toBe(text.replace("\ud800", "\ufffd"));
  expect(args.some((one) => one.startsWith("x-a: "))).toBe(isPlain(text));
  const [url = ""] = args.filter((one) => one.startsWith("http://t.example/"));
  expect(url).toMatch(/^[\x21-\x7e]+$/);
});

test("any body reaches curl as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 30, maxLength: 30 }), (bodies) => {
      const commands = bodies.map((body) => asCurl(exchange({ request: { method: "PUT", body } }), OCTOPI) ?? "");
      const sent = runAll(commands).map(({ args, piped }) => (args.at(-2) === "--data-raw" ? args.at(-1) : piped));
      expect(sent).toEqual(bodies);
    }),
    { numRuns: 5 },
  );
});
