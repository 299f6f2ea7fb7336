import { expect, test } from "vitest";
import { readArguments } from "./read-arguments.js";

const NEEDED = ["--api", "octopi", "--target", "http://127.0.0.1:4010"];

test("everything on the command line is read", () => {
  const argv = [...NEEDED, "--token", "t", "--junit", "r.xml", "--inferred", "warn", "--timeout-ms", "500"];
  expect(readArguments([...argv, "--concurrency", "2", "--mode", "read-only", "--plan"], {})).toEqual({
    help: false,
    junit: "r.xml",
    plan: true,
    options: {
      api: "octopi",
      target: "http://127.0.0.1:4010",
      token: "t",
      user: undefined,
      inferred: "warn",
      mode: "read-only",
      timeoutMs: 500,
      concurrency: 2,
    },
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
  expect(readArguments(["--help"], {})).toEqual({ help: true });
});

test.each([
  [[], "Say which API with --api octopi or --api dataloy."],
  [["--api", "octopi"], "Say what to test with --target"],
  [[...NEEDED, "--tokne", "x"], "There is no option --tokne"],
  [[...NEEDED, "--toString", "x"], "is no option"],
  [[...NEEDED, "--token"], "An option lacks its value"],
  [[...NEEDED, "--inferred", "ignore"], "--inferred takes fail or warn."],
  [[...NEEDED, "--mode", "all"], "--mode takes read-only or full."],
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
