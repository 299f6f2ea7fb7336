import { describe, expect, test } from "vitest";
import { CannotRun } from "../cannot-run.js";
import { readHar } from "./read-har.js";

type Json = Record<string, unknown>;

/** A HAR of one entry, with parts of its request and its response changed. */
function har(request: Json = {}, response: Json = {}, entry: Json = {}): string {
  return JSON.stringify({
    log: {
      version: "1.2",
      entries: [
        {
          startedDateTime: "2030-01-02T03:04:05.678Z",
          time: 12.5,
          request: { method: "GET", url: "https://tos.example/a", headers: [], bodySize: 0, ...request },
          response: { status: 200, statusText: "OK", headers: [], content: { size: 0 }, ...response },
          ...entry,
        },
      ],
    },
  });
}

function read(...parts: Parameters<typeof har>) {
  const [one] = readHar(har(...parts));
  if (one === undefined) throw new Error("There is no entry.");
  return one;
}

function sentBody(postData: unknown, request: Json = {}) {
  return read({ method: "POST", postData, ...request }).request.body;
}

function answerBody(content: unknown, response: Json = {}, method = "GET") {
  return read({ method }, { content, ...response }).answer?.body;
}

test("an entry is read with all it has", () => {
  const headers = [
    { name: "X-B", value: "1" },
    { name: "x-b", value: "2" },
  ];
  const content = { size: 2, mimeType: "application/json", text: "{}" };
  expect(read({ headers }, { headers, content })).toEqual({
    number: 1,
    startedAt: "2030-01-02T03:04:05.678Z",
    durationMs: 12.5,
    request: { method: "GET", url: "https://tos.example/a", headers, body: "" },
    answer: { status: 200, statusText: "OK", headers, body: "{}" },
    problem: "",
  });
});

test("pseudo headers and what is no header are dropped", () => {
  const headers = [
    { name: ":authority", value: "x" },
    { name: "a", value: 1 },
    { name: "b" },
    null,
    { name: "", value: "" },
  ];
  expect(read({ headers }).request.headers).toEqual([{ name: "a", value: "1" }]);
});

test("the content type stands beside the body where no header has it", () => {
  const postData = { mimeType: "application/json", text: "{}" };
  expect(read({ postData }).request.headers).toEqual([{ name: "content-type", value: "application/json" }]);
  const headers = [{ name: "Content-Type", value: "text/plain" }];
  expect(read({ postData, headers }).request.headers).toEqual(headers);
});

test.each([
  [{ status: 0, _error: "net::ERR_FAILED" }, "net::ERR_FAILED"],
  [{ status: 0 }, ""],
  [{ status: 0, _error: "x".repeat(1000) }, "x".repeat(200)],
  [{ status: "200" }, ""],
  [{ status: 2000 }, ""],
])("an entry without an answer is kept: %j", (response, problem) => {
  const one = read({}, response);
  expect([one.request.method, one.answer, one.problem]).toEqual(["GET", undefined, problem]);
});

describe("the body of a request", () => {
  test.each([
    ["text", { text: "a=1" }, "a=1"],
    ["nothing", undefined, ""],
    ["empty text", { text: "" }, ""],
    [
      "a form",
      { mimeType: "application/x-www-form-urlencoded", params: [{ name: "a b", value: "ä&" }, { name: "c" }] },
      "a+b=%C3%A4%26&c=",
    ],
    ["text rather than a form", { text: "a=%20", params: [{ name: "a", value: " " }] }, "a=%20"],
    [
      "a form of parts, which cannot be put together again",
      { mimeType: "multipart/form-data", params: [{ name: "a" }] },
      undefined,
    ],
    ["bytes of our own", { text: "AP8=", _encoding: "base64" }, new Uint8Array([0, 255])],
  ])("is read from %s", (_, postData, expected) => {
    expect(sentBody(postData)).toEqual(expected);
  });

  test("that was sent and not recorded is not empty", () => {
    expect(sentBody(undefined, { bodySize: 12 })).toBeUndefined();
    expect(sentBody({ mimeType: "text/plain" }, { bodySize: -1 })).toBeUndefined();
  });
});

describe("the body of an answer", () => {
  test("is text, whatever content encoding its headers have", () => {
    const headers = [{ name: "content-encoding", value: "gzip" }];
    expect(answerBody({ size: 2, text: "{}" }, { headers })).toBe("{}");
  });

  test("is bytes where it comes as base64", () => {
    expect(answerBody({ size: 2, text: "AP8=", encoding: "base64" })).toEqual(new Uint8Array([0, 255]));
    expect(answerBody({ size: 0, text: "", encoding: "base64" })).toBe("");
  });

  test.each([
    ["its size is 0", { size: 0 }, {}, "GET"],
    ["nothing was transferred", { size: -1 }, { bodySize: 0 }, "GET"],
    ["the status has none", { size: -1 }, { status: 204 }, "GET"],
    ["the method has none", { size: 100 }, {}, "HEAD"],
  ])("is empty where %s", (_, content, response, method) => {
    expect(answerBody(content, response, method)).toBe("");
  });

  test.each([
    ["the recorder dropped it", { size: 10 }],
    ["the recorder put it elsewhere", { size: -1, _file: "a.json" }],
    ["there is no content at all", undefined],
    ["the recorder cut it", { size: 2_000_000, text: `"${"x".repeat(1_000_000)}` }],
    ["it is longer than 8 MiB", { size: -1, text: "x".repeat(8 * 1024 * 1024 + 1) }],
    ["it is longer than 8 MiB in UTF-8", { size: -1, text: "ä".repeat(4 * 1024 * 1024 + 1) }],
    ["it is longer than 8 MiB as bytes", { size: -1, encoding: "base64", text: "AAAA".repeat(2_796_203) }],
  ])("is missing where %s", (_, content) => {
    expect(answerBody(content)).toBeUndefined();
  });

  test("of 8 MiB is read", () => {
    expect(answerBody({ size: -1, text: "x".repeat(8 * 1024 * 1024) })).toHaveLength(8 * 1024 * 1024);
    expect(answerBody({ size: -1, encoding: "base64", text: "AAAA".repeat(2_796_202) })).toHaveLength(8_388_606);
  });

  test("is whole where its size was counted compressed", () => {
    expect(answerBody({ size: 22, text: "{}" })).toBe("{}");
  });
});

test("a byte order mark before the HAR is no matter", () => {
  expect(readHar(`\ufeff${har()}\n`)).toHaveLength(1);
});

test.each([
  ["", "The recording is empty."],
  ["  \n", "The recording is empty."],
  ["GET / HTTP/1.1", "The recording is no HAR: it is no JSON."],
  [har().slice(0, -100), "The recording is cut off"],
  ['{"log":{"entries":[{"a":"b"', "The recording is cut off"],
  ["[]", "The recording is no HAR: it has no log.entries."],
  ["null", "The recording is no HAR: it has no log.entries."],
  ['{"openapi":"3.1.0"}', "The recording is no HAR: it has no log.entries."],
  ['{"log":{"entries":{}}}', "The recording is no HAR: it has no log.entries."],
  ['{"log":{"entries":[]}}', "The recording has no entries."],
  ['{"log":{"entries":[{"response":{}}]}}', "The recording is no HAR: entry 1 has no request."],
  ['{"log":{"entries":[null]}}', "The recording is no HAR: entry 1 has no request."],
  [`{"log":{"entries":[${"0,".repeat(100_000)}0]}}`, "The recording has 100001 entries; at most 100000 are read."],
])("what is no recording is told with what to do: %#", (text, message) => {
  expect(() => readHar(text)).toThrow(CannotRun);
  expect(() => readHar(text)).toThrow(message);
});
