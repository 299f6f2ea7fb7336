import { expect, test } from "vitest";
import { readArguments } from "./read-arguments.js";
import { USAGE } from "./usage.js";

const NEEDED = ["--api", "octopi", "--target", "http://127.0.0.1:4010"];

test("everything on the command line is read", () => {
  const argv = [
    ...NEEDED,
    "--token",
    "t",
    "--other-token",
    "o",
    "--mode",
    "disposable",
    "--fixtures",
    "f.json",
    "--inferred",
    "warn",
  ];
  const hosts = ["--allow-host", "one.example", "--allow-host", "two.example"];
  const bounds = [
    "--seed",
    "7",
    "--depth",
    "3",
    "--rate",
    "5",
    "--max-writes",
    "9",
    "--timeout-ms",
    "500",
    "--concurrency",
    "2",
  ];
  const reports = [
    "--junit",
    "r.xml",
    "--sarif",
    "r.sarif",
    "--json",
    "r.json",
    "--html",
    "r.html",
    "--baseline",
    "known.json",
  ];
  const operations = ["--operations", "getServiceOrder, listHolds"];
  expect(readArguments([...argv, ...hosts, ...bounds, ...reports, ...operations], {})).toEqual({
    command: "test",
    fixtures: "f.json",
    baseline: "known.json",
    reports: { junit: "r.xml", sarif: "r.sarif", json: "r.json", html: "r.html" },
    options: {
      api: "octopi",
      target: "http://127.0.0.1:4010",
      token: "t",
      user: undefined,
      otherToken: "o",
      otherUser: undefined,
      inferred: "warn",
      mode: "disposable",
      allowHosts: ["one.example", "two.example"],
      operations: ["getServiceOrder", "listHolds"],
      seed: 7,
      depth: 3,
      rate: 5,
      maxWrites: 9,
      timeoutMs: 500,
      concurrency: 2,
    },
  });
});

test("every option of the help is one, and every option is in the help", () => {
  const named = [...USAGE.matchAll(/--([a-z-]+)/g)].map(([, name]) => name);
  for (const name of new Set(named))
    expect(() => readArguments([`--${name}`, "x"], {}), name).toThrow(/^(?!There is no option)/);
});

test("a recording asks for no target, a proxy for no credentials", () => {
  expect(readArguments(["--api", "octopi", "--har", "t.har"], {})).toMatchObject({
    command: "har",
    har: "t.har",
    inferred: "warn",
  });
  const proxy = ["proxy", "--api", "dataloy", "--target", "https://tenant.example", "--port", "4444", "--har", "t.har"];
  expect(readArguments(proxy, {})).toMatchObject({
    command: "proxy",
    port: 4444,
    har: "t.har",
    target: "https://tenant.example",
  });
});

test("the environment holds the token where the command line does not", () => {
  const environment = { QUAYSIDE_TOKEN: "from environment" };
  expect(readArguments(NEEDED, environment)).toMatchObject({ options: { token: "from environment" } });
  expect(readArguments([...NEEDED, "--token", "t"], environment)).toMatchObject({ options: { token: "t" } });
});

test("a user on the command line beats a token in the environment", () => {
  const { options } = { options: undefined, ...readArguments([...NEEDED, "--user", "a:b"], { QUAYSIDE_TOKEN: "t" }) };
  expect(options).toMatchObject({ token: undefined, user: "a:b" });
});

test("the -- that script runners leave in front is passed over", () => {
  expect(readArguments(["--", ...NEEDED], {})).toMatchObject({ options: { api: "octopi" } });
});

test("help asks for nothing else", () => {
  expect(readArguments(["--help"], {})).toEqual({ command: "help" });
});

test.each([
  [[], "Say which API with --api octopi or --api dataloy."],
  [["--api", "octopi"], "Say what to test with --target"],
  [[...NEEDED, "--tokne", "x"], "There is no option --tokne"],
  [[...NEEDED, "--toString", "x"], "is no option"],
  [[...NEEDED, "--token"], "An option lacks its value"],
  [[...NEEDED, "--inferred", "ignore"], "--inferred takes fail or warn."],
  [[...NEEDED, "--junit", "one", "--html", "one"], "Two reports have one file"],
  [["proxy", "--api", "octopi"], "Say what to pass on to"],
  [["proxy", "other", "--api", "octopi"], "is no option"],
  [[...NEEDED, "--mode", "all"], "--mode takes read-only, disposable, full."],
])("%j is refused with a sentence", (argv, says) => {
  expect(() => readArguments(argv, {})).toThrow(says);
});

test("a token in the wrong place is not repeated", () => {
  expect(() => readArguments([...NEEDED, "s3cret-key"], {})).toThrow(/^(?!.*s3cret-key)/);
  expect(() => readArguments([...NEEDED, "--tok=s3cret-key"], {})).toThrow(/^(?!.*s3cret-key)/);
});

test("what is no number is left for the run to refuse", () => {
  expect(readArguments([...NEEDED, "--timeout-ms", "1e3"], {})).toMatchObject({ options: { timeoutMs: Number.NaN } });
});
