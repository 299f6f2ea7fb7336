import { describe, expect, test } from "vitest";
import { isCredential, openMask, secretsIn } from "./mask-recorded.js";
import type { RecordedExchange } from "./recorded-exchange.js";

test.each([
  ["Authorization", true],
  ["proxy-authorization", true],
  ["Cookie", true],
  ["SET-COOKIE", true],
  ["X-API-Key", true],
  ["Api-Key", true],
  ["X-Auth-Token", true],
  ["X-CSRF-Token", true],
  ["X-Client-Secret", true],
  ["WWW-Authenticate", false],
  ["Content-Type", false],
  ["totalObjectsNumber", false],
  ["Idempotency-Key", false],
  ["ETag", false],
])("whether %s holds credentials: %s", (name, expected) => {
  expect(isCredential(name)).toBe(expected);
});

describe("secret though nobody named it", () => {
  function secrets(sent: Record<string, string>, came: Record<string, string> = {}): string[] {
    const headersOf = (all: Record<string, string>) => Object.entries(all).map(([name, value]) => ({ name, value }));
    const request = { method: "GET", url: "http://x/", headers: headersOf(sent), body: "" };
    const answer = { status: 200, statusText: "", headers: headersOf(came), body: "" };
    return secretsIn({
      number: 1,
      startedAt: "",
      durationMs: 0,
      request,
      answer,
      problem: "",
    } satisfies RecordedExchange);
  }

  test.each([
    ["a key of Octopi", "Token token=0123456789", "0123456789"],
    ["the same in quotes", 'Token token="0123456789"', "0123456789"],
    ["a bearer token", "Bearer abc.def-ghi", "abc.def-ghi"],
    ["a value without a scheme", "0123456789", "0123456789"],
    ["the password of a user", `Basic ${btoa("me:long:password")}`, "long:password"],
  ])("is %s", (_, authorization, secret) => {
    expect(secrets({ authorization })).toContain(secret);
  });

  test("is a session's cookie, on its way and when it is set", () => {
    expect(secrets({ cookie: "lang=en; sid=0123456789abcdef" })).toContain("0123456789abcdef");
    expect(secrets({}, { "set-cookie": "sid=0123456789abcdef; Domain=terminal.example.com; Path=/" })).toEqual([
      "sid=0123456789abcdef",
      "0123456789abcdef",
    ]);
  });

  test("is no ordinary word", () => {
    expect(secrets({ authorization: "Token token=demo", cookie: "state=completed" })).not.toContain("demo");
    expect(secrets({ cookie: "state=completed" })).not.toContain("completed");
  });
});

test("secrets are masked as they are, as in a URL and as in JSON", () => {
  const mask = openMask(['p"ss/w rd', "hunter22"]);
  expect(mask('a p"ss/w rd, ?p=p%22ss%2Fw%20rd, {"p":"p\\"ss/w rd"}, hunter22')).toBe(
    'a [secret], ?p=[secret], {"p":"[secret]"}, [secret]',
  );
});

test("a short secret is masked as a word", () => {
  expect(openMask(["any"])("company: any, many")).toBe("company: [secret], many");
});

test("a secret that begins with another one is masked as a whole", () => {
  expect(openMask(["secret-1", "secret-12345"])("secret-12345")).toBe("[secret]");
});

test.each([
  ['{"access_token": "a\\"b" , "x":"y"}', '{"access_token": "[secret]" , "x":"y"}'],
  ['{"a":{"PASSWORD":"p"},"client_secret":""}', '{"a":{"PASSWORD":"[secret]"},"client_secret":"[secret]"}'],
  ["http://x/?a=1&access_token=abc#end", "http://x/?a=1&access_token=[secret]#end"],
  ["grant_type=password&password=p%20w&x=1", "grant_type=password&password=[secret]&x=1"],
  ['{"password_changed":"yes","token_type":"Bearer"}', '{"password_changed":"yes","token_type":"Bearer"}'],
  ['{"password":"never ends', '{"password":"[secret]'],
])("values that are named like passwords are masked: %s", (text, expected) => {
  expect(openMask([])(text)).toBe(expected);
});

test("eight megabytes of one word, of one value or of many names are masked all the same", () => {
  const mask = openMask(["hunter22"]);
  expect(mask(`${"ж".repeat(8_000_000)}hunter22`)).toHaveLength(8_000_008);
  expect(mask(`{"password":"${"\\n".repeat(4_000_000)}"}`)).toBe('{"password":"[secret]"}');
  expect(mask('"password":"'.repeat(600_000))).toMatch(/^("password":"\[secret\]){2}/);
});
