import { expect, test } from "vitest";
import { findOperation } from "../operation.js";
import { openTarget } from "../run/open-target.js";
import { unknownSender } from "./unknown-sender.js";

function namesOf(options: { token?: string; user?: string; mode?: "read-only" | "full" }) {
  const target = openTarget({ api: "dataloy", target: "http://127.0.0.1:1", ...options });
  return unknownSender(target, findOperation(target.api.operations, "getServiceOrder")).map(({ name }) => name);
}

test("credentials that nobody was given are tried everywhere", () => {
  expect(namesOf({ token: "t", mode: "read-only" })).toEqual(["with credentials that nobody was given"]);
});

test("a wrong password is tried on this machine alone: elsewhere it could lock the user out", () => {
  expect(namesOf({ user: "ann:secret", mode: "full" })).toContain("with another password");
  expect(namesOf({ user: "ann:secret", mode: "read-only" })).not.toContain("with another password");
});
