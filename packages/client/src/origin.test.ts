import { expect, test } from "vitest";
import { readOrigin } from "./origin.js";

test.each([
  ["https://app.octopi.co", "https://app.octopi.co"],
  ["https://app.octopi.co/", "https://app.octopi.co"],
  ["HTTPS://Tenant.Dataloy.com:8443", "https://tenant.dataloy.com:8443"],
  ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
  ["http://localhost:4010/", "http://localhost:4010"],
  ["http://[::1]:4010", "http://[::1]:4010"],
  ["http://mock:4010", "http://mock:4010"],
  ["http://192.168.1.5", "http://192.168.1.5"],
  ["http://172.31.0.2", "http://172.31.0.2"],
  ["http://host.docker.internal:4020", "http://host.docker.internal:4020"],
  ["http://sandbox.default.svc.cluster.local", "http://sandbox.default.svc.cluster.local"],
])("%s is read as %s", (given, origin) => {
  expect(readOrigin(given)).toBe(origin);
});

test.each([
  "",
  "app.octopi.co",
  "/api",
  "ftp://app.octopi.co",
  "file:///etc",
  "https://app.octopi.co/api/v1",
  "https://tenant.dataloy.com/ws/rest/",
  "https://app.octopi.co?a=1",
  "https://app.octopi.co?",
  "https://app.octopi.co#a",
  "https://user:hunter2@app.octopi.co",
  undefined as unknown as string,
])("%s is refused, and not shown", (given) => {
  expect(() => readOrigin(given)).toThrow(
    "origin must be like https://example.com, without path, query or credentials.",
  );
});

test.each([
  "http://app.octopi.co",
  "http://8.8.8.8",
  "http://127.evil.com",
  "http://10.0.0.1.example.com",
  "http://172.32.0.1",
  "http://localhost.example.com",
  "http://[2001:db8::1]",
])("plain http to %s is refused", (given) => {
  expect(() => readOrigin(given)).toThrow(/would show the token; write https:/);
});
