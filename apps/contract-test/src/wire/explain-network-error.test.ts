import { expect, test } from "vitest";
import { explainNetworkError } from "./explain-network-error.js";

function failed(cause: unknown) {
  return new TypeError("fetch failed", { cause });
}

function coded(code: string, message = "") {
  return Object.assign(new Error(message), { code });
}

test("the reason is looked for in the causes", () => {
  expect(explainNetworkError(failed(coded("ENOTFOUND")))).toBe("its host name is unknown (ENOTFOUND)");
});

test("one of several addresses that were tried stands for all", () => {
  const cause = new AggregateError([coded("ECONNREFUSED"), coded("EHOSTUNREACH")]);
  expect(explainNetworkError(failed(cause))).toBe("nothing listens there (ECONNREFUSED)");
});

test("a certificate that is not trusted says how to trust it", () => {
  expect(explainNetworkError(failed(coded("SELF_SIGNED_CERT_IN_CHAIN")))).toContain("NODE_EXTRA_CA_CERTS");
});

test("an unknown code is shown with the innermost message", () => {
  expect(explainNetworkError(failed(coded("EWHATEVER", "odd thing")))).toBe("odd thing (EWHATEVER)");
});

test("a code that is the name of an object's own method is no known one", () => {
  expect(explainNetworkError(failed(coded("toString", "odd thing")))).toBe("odd thing (toString)");
});

test("what is no error, and an error that causes itself, are told as well", () => {
  expect(explainNetworkError("just text")).toBe("just text");
  const circular = new Error("round");
  circular.cause = circular;
  expect(explainNetworkError(circular)).toBe("round");
});
