import { expect, test } from "vitest";
import { openTarget } from "./open-target.js";

const OPTIONS = { api: "octopi", target: "http://127.0.0.1:4010", token: "key" };

test.each([
  ["http://127.0.0.1:4010", "fail"],
  ["http://localhost:4010", "fail"],
  ["http://[::1]:4010", "fail"],
  ["https://app.octopi.example", "warn"],
  ["https://localhost.example", "warn"],
  ["http://10.0.0.5:4010", "warn"],
])("at %s differences on what is only inferred make the run %s", (target, inferred) => {
  expect(openTarget({ ...OPTIONS, target }).inferred).toBe(inferred);
});

test("what is asked for beats the default", () => {
  expect(openTarget({ ...OPTIONS, inferred: "warn" }).inferred).toBe("warn");
});

test.each([
  [{ api: "octopus" }, 'There is no API called "octopus"; use octopi or dataloy.'],
  [{ timeoutMs: 0 }, "The timeout is 0; give a whole number from 1 to 600000."],
  [{ timeoutMs: 1.5 }, "The timeout is 1.5;"],
  [{ concurrency: 33 }, "The concurrency is 33; give a whole number from 1 to 32."],
  [{ target: "http://public.example" }, "write https://"],
  [{ token: undefined, user: "ann:secret" }, "Octopi knows API keys only"],
])("%j is refused with a sentence", (change, says) => {
  expect(() => openTarget({ ...OPTIONS, ...change })).toThrow(says);
});
