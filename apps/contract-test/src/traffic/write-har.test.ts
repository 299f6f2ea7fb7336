import { expect, test } from "vitest";
import { readHar } from "./read-har.js";
import type { RecordedExchange } from "./recorded-exchange.js";
import { writeHar } from "./write-har.js";

const EXCHANGE: RecordedExchange = {
  number: 1,
  startedAt: "2030-01-02T03:04:05.678Z",
  durationMs: 12.5,
  request: {
    method: "POST",
    url: "https://tos.example/a?q=%20&q=2#no",
    headers: [
      { name: "X-B", value: "1" },
      { name: "x-b", value: "2" },
      { name: "Content-Type", value: "application/json" },
    ],
    body: '{"a":"ä\\u2028"}',
  },
  answer: {
    status: 200,
    statusText: "Fine",
    headers: [{ name: "Content-Type", value: "application/json" }],
    body: "[1]",
  },
  problem: "",
};

function write(exchanges: readonly RecordedExchange[], secrets: readonly string[] = []): string {
  return [...writeHar(exchanges, { version: "1.2.3", secrets })].join("");
}

/** The exchange with changes to its request and its answer. */
function exchange(request: Partial<RecordedExchange["request"]>, answer: Partial<RecordedExchange["answer"]> = {}) {
  const came = EXCHANGE.answer && { ...EXCHANGE.answer, ...answer };
  return { ...EXCHANGE, request: { ...EXCHANGE.request, ...request }, answer: came };
}

test.each<[string, RecordedExchange]>([
  ["text", EXCHANGE],
  ["nothing", exchange({ body: "" }, { body: "" })],
  ["bytes", exchange({ body: new Uint8Array([0, 255]) }, { body: new Uint8Array([1, 254, 0]) })],
  ["bodies that were not kept", exchange({ body: undefined }, { body: undefined })],
  ["no answer", { ...EXCHANGE, answer: undefined, problem: "it cut the connection (ECONNRESET)" }],
  ["a text that ends in half a character", exchange({ body: "a\ud83d" })],
])("what is written is read back equal: %s", (_, one) => {
  expect(readHar(write([one]))).toEqual([one]);
});

test("exchanges are written in the order in which they began", () => {
  const second = { ...EXCHANGE, number: 2, startedAt: "2030-01-02T03:04:06.000Z" };
  expect(readHar(write([second, EXCHANGE]))).toEqual([EXCHANGE, second]);
});

test("it has every member that HAR 1.2 asks for", () => {
  expect(JSON.parse(write([EXCHANGE]))).toEqual({
    log: {
      version: "1.2",
      creator: { name: "@quayside/contract-test", version: "1.2.3" },
      entries: [
        {
          startedDateTime: "2030-01-02T03:04:05.678Z",
          time: 12.5,
          request: {
            method: "POST",
            url: "https://tos.example/a?q=%20&q=2#no",
            httpVersion: "HTTP/1.1",
            cookies: [],
            headers: EXCHANGE.request.headers,
            queryString: [
              { name: "q", value: " " },
              { name: "q", value: "2" },
            ],
            postData: { mimeType: "application/json", text: '{"a":"ä\\u2028"}' },
            headersSize: -1,
            bodySize: 16,
          },
          response: {
            status: 200,
            statusText: "Fine",
            httpVersion: "HTTP/1.1",
            cookies: [],
            headers: EXCHANGE.answer?.headers,
            content: { size: 3, mimeType: "application/json", text: "[1]" },
            redirectURL: "",
            headersSize: -1,
            bodySize: -1,
          },
          cache: {},
          timings: { send: 0, wait: 12.5, receive: 0 },
        },
      ],
    },
  });
});

test("no credentials are in it, wherever they stand", () => {
  const sent = ["Authorization", "Proxy-Authorization", "cookie", "X-API-Key"].map((name) => ({
    name,
    value: `${name} k3y-of-mine`,
  }));
  const came = [
    { name: "Set-Cookie", value: "sid=k3y-of-mine-and-more" },
    { name: "Location", value: "https://k3y-of-mine/" },
    { name: "X-Echo", value: "hunter22" },
  ];
  const har = write(
    [
      exchange(
        {
          url: "https://me:hunter22@tos.example/k3y-of-mine?p=hunter22&access_token=tiny",
          headers: sent,
          body: '{"password":"tiny"}',
        },
        { headers: came, statusText: "hunter22", body: new TextEncoder().encode('"k3y-of-mine"') },
      ),
      { ...EXCHANGE, number: 2, answer: undefined, problem: "hunter22" },
    ],
    ["hunter22"],
  );
  const decoded =
    har +
    readHar(har).map(({ answer }) => (answer?.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : ""));
  expect(decoded).not.toMatch(/k3y-of-mine|hunter22|tiny|me:/);
  expect(decoded).toContain('"[secret]"');
  expect(readHar(har)[0]?.request.headers[0]).toEqual({ name: "Authorization", value: "[secret]" });
});
