import { expect, test } from "vitest";
import type { Exchange } from "./exchange.js";
import { BudgetSpent, openWire, type WireOptions } from "./open-wire.js";

const ORIGIN = "https://tos.example";

/** A wire to answers given one after the other, the last one again and again. */
function wireTo(answers: readonly Response[], changes: Partial<WireOptions> = {}) {
  const sent: Request[] = [];
  const seen: Exchange[] = [];
  const waits: number[] = [];
  let now = 0;
  const time = {
    now: () => now,
    sleep: async (ms: number) => {
      waits.push(ms);
      now += ms;
    },
  };
  const wire = openWire({
    origin: ORIGIN,
    limits: { timeoutMs: 5000, maxBytes: 100_000 },
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      return (answers[sent.length - 1] ?? answers.at(-1) ?? Response.error()).clone();
    },
    signal: undefined,
    rate: undefined,
    maxWrites: undefined,
    secrets: ["s3cret-token"],
    seen: (exchange) => seen.push(exchange),
    time,
    ...changes,
  });
  return { wire, sent, seen, waits };
}

const get = () => new Request(`${ORIGIN}/a`, { headers: { authorization: "Token token=s3cret-token" } });
const post = (body = "{}") => new Request(`${ORIGIN}/a`, { method: "POST", body });
const busy = (status: number, after?: string) =>
  new Response("", { status, headers: after === undefined ? {} : { "retry-after": after } });

test("nothing is sent to another origin, whatever a link says", async () => {
  const { wire, sent } = wireTo([new Response("")]);
  await expect(wire.send(new Request("https://elsewhere.example/a"))).rejects.toThrow("must not leave the target");
  expect(sent).toEqual([]);
});

test("429 that says when to come again is obeyed, for writes too", async () => {
  const { wire, sent, waits } = wireTo([busy(429, "7"), new Response("ok", { status: 201 })]);
  const { status } = await wire.send(post('{"a":1}'));
  expect(status).toBe(201);
  expect(waits).toEqual([7000]);
  expect(await Promise.all(sent.map((one) => one.text()))).toEqual(['{"a":1}', '{"a":1}']);
  expect(wire.count()).toEqual({ sent: 2, writes: 2 });
});

test("503 is obeyed by what reads; a write may have been done", async () => {
  const reading = wireTo([busy(503, "1"), new Response("ok")]);
  expect((await reading.wire.send(get())).status).toBe(200);
  const writing = wireTo([busy(503, "1"), new Response("ok")]);
  expect((await writing.wire.send(post())).status).toBe(503);
  expect(writing.sent).toHaveLength(1);
  // It is not sent again, but the next one waits.
  await writing.wire.send(get());
  expect(writing.waits).toEqual([1000]);
});

test.each<[number, string | undefined, string]>([
  [429, undefined, "without saying when"],
  [429, "soon", "in words that are none"],
  [404, "1", "with another status"],
] as [number, string | undefined, string][])("%i (%s) %s is given back as it is", async (status, after) => {
  const { wire, sent } = wireTo([busy(status, after)]);
  expect((await wire.send(get())).status).toBe(status);
  expect(sent).toHaveLength(1);
});

test("a target that is always busy is asked three times", async () => {
  const { wire, sent } = wireTo([busy(429, "1")]);
  expect((await wire.send(get())).status).toBe(429);
  expect(sent).toHaveLength(3);
});

test("the write budget counts what writes, and lets clean-up through", async () => {
  const { wire } = wireTo([new Response("")], { maxWrites: 2 });
  await wire.send(post());
  await wire.send(post());
  await expect(wire.send(post())).rejects.toBeInstanceOf(BudgetSpent);
  await wire.send(get());
  await wire.send(new Request(`${ORIGIN}/a`, { method: "DELETE" }), { cleansUp: true });
  expect(wire.count()).toEqual({ sent: 4, writes: 2 });
});

test("what is told of an exchange holds no credentials, wherever they stand", async () => {
  const answer = new Response('{"token":"s3cret-token"}', { headers: { "set-cookie": "a=b", "x-of": "s3cret-token" } });
  const { wire, seen } = wireTo([answer]);
  const request = new Request(`${ORIGIN}/a?key=s3cret-token`, {
    method: "POST",
    headers: { authorization: "Token token=s3cret-token", "x-key": "s3cret-token" },
    body: '{"key":"s3cret-token"}',
  });
  await wire.send(request);
  expect(JSON.stringify(seen)).not.toContain("s3cret");
  expect(seen[0]).toMatchObject({
    request: { headers: { "x-key": "[secret]" } },
    answer: { headers: { "x-of": "[secret]" } },
  });
  expect(Object.keys(seen[0]?.request.headers ?? {})).not.toContain("authorization");
  expect(Object.keys(seen[0]?.answer?.headers ?? {})).not.toContain("set-cookie");
});

test("long bodies are cut where they are told, and whole where they are counted", async () => {
  const whole: (string | undefined)[] = [];
  const seen: Exchange[] = [];
  const { wire } = wireTo([new Response("y".repeat(50_000))], {
    seen: (exchange, sentBody, answerBody) => {
      seen.push(exchange);
      whole.push(sentBody, answerBody);
    },
  });
  await wire.send(post("x".repeat(30_000)));
  expect(whole.map((text) => text?.length)).toEqual([30_000, 50_000]);
  expect([seen[0]?.request.body?.length, seen[0]?.answer?.body.length]).toEqual([20_001, 20_001]);
});

test("what gave no answer is told too", async () => {
  const { wire, seen } = wireTo([], { fetch: async () => Promise.reject(new TypeError("cut")) });
  await expect(wire.send(get(), { operationId: "getServiceOrder" })).rejects.toMatchObject({ rule: "no-answer" });
  expect(seen).toMatchObject([{ operationId: "getServiceOrder", sender: "own", answer: undefined }]);
});

test("who asks to be left alone for longer than a minute is sent nothing more, but for clean-up", async () => {
  const { wire, sent } = wireTo([busy(429, "61"), new Response("")]);
  expect((await wire.send(get())).status).toBe(429);
  await expect(wire.send(get())).rejects.toMatchObject({
    rule: "target-busy",
    message: expect.stringContaining("61 seconds"),
  });
  await wire.send(new Request(`${ORIGIN}/a`, { method: "DELETE" }), { cleansUp: true });
  expect(sent).toHaveLength(2);
});

test("when the run is ended a read is cut, and a write may end", async () => {
  const stop = new AbortController();
  let under = 0;
  const { wire } = wireTo([], {
    signal: stop.signal,
    fetch: (input, init) =>
      new Promise((resolve, reject) => {
        const { signal, method } = new Request(input, init);
        signal.addEventListener("abort", () => reject(new Error("cut")));
        under += 1;
        if (under === 2) stop.abort();
        if (method === "POST") setTimeout(() => resolve(new Response("done")), 100);
      }),
  });
  const [reading, writing] = [wire.send(get()), wire.send(post())];
  await expect(reading).rejects.toMatchObject({ rule: "no-answer" });
  expect((await writing).body).toBe("done");
});
