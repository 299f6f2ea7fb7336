import { expect, test } from "vitest";
import { readArguments } from "./read-arguments.js";

const ENVIRONMENT = {
  SANDBOX_PORT: "5020",
  SANDBOX_HOST: "0.0.0.0",
  SANDBOX_DATABASE: "sandbox.db",
  SANDBOX_CONTROL_KEY: "key",
};

test("what a container is started with may stand in the environment", () => {
  expect(readArguments([], ENVIRONMENT)).toMatchObject({
    options: { port: 5020, host: "0.0.0.0", database: "sandbox.db", controlKey: "key" },
  });
});

test("options win over the environment", () => {
  const argv = ["--port", "1", "--host", "::1", "--database", "other.db", "--control-key", "mine"];
  expect(readArguments(argv, ENVIRONMENT)).toMatchObject({
    options: { port: 1, host: "::1", database: "other.db", controlKey: "mine" },
  });
});

test("an empty variable is as none", () => {
  const empty = { SANDBOX_PORT: "", SANDBOX_HOST: "", SANDBOX_DATABASE: "", SANDBOX_CONTROL_KEY: "" };
  expect(readArguments([], empty)).toEqual(readArguments([], {}));
  expect(readArguments([], {})).toMatchObject({ options: { port: 4020, host: "127.0.0.1", database: ":memory:" } });
});

test("a port that is none is refused wherever it stands", () => {
  expect(() => readArguments([], { SANDBOX_PORT: "4O20" })).toThrow(
    '--port takes a number from 0 to 65535, not "4O20".',
  );
});
