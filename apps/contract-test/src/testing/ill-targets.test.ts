import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { get } from "node:http";
import { request } from "node:https";
import { afterEach, describe, expect, test } from "vitest";
import { answer, drip, json } from "./ill-answers.js";
import { HEALTHY_REQUESTS } from "./ill-servers.js";
import { ILL_TARGETS, type IllServer, type IllTarget } from "./ill-targets.js";
import { type Listening, listenHttp } from "./listen.js";

const MB = 1024 * 1024;
const open: Listening[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.close()))));

/** What a client meets, by the name of the illness: `error` is what ends the exchange. */
const MET: Readonly<Record<string, Partial<Met>>> = {
  "listens no more": { status: undefined, error: "ECONNREFUSED" },
  "accepts, and says nothing": { status: undefined, error: "TimeoutError" },
  "sends a byte a second, without end": { error: "TimeoutError" },
  "promises an answer without end": { status: undefined, error: "TimeoutError" },
  "cuts the connection at once": { status: undefined, error: expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/) },
  "cuts the connection in the headers": { status: undefined, error: "UND_ERR_SOCKET" },
  "cuts the connection in the body": { status: 200, bytes: 6, error: "UND_ERR_SOCKET" },
  "sends more than it says": { status: 200, bytes: 5, error: undefined },
  "sends chunks of no length": { status: 200, bytes: 0, error: "HTTPParserError" },
  "sends headers without end": { status: undefined, error: "UND_ERR_HEADERS_OVERFLOW" },
  "does not speak HTTP": { status: undefined, error: "HTTPParserError" },
  "sends 10 MB of JSON": {
    status: 200,
    headers: { "content-type": "application/json" },
    bytes: 10 * MB + '{"text":""}'.length,
  },
  "sends a gzip bomb": { status: 200, headers: { "content-type": "application/json" }, error: "too much" },
  "sends JSON of 100,000 levels": { status: 200, headers: { "content-type": "application/json" }, bytes: 200_000 },
  "sends a page": { status: 200, headers: { "content-type": "text/html" } },
  "sends a page that says that it failed": { status: 500, headers: { "content-type": "text/html" } },
  "is busy for ever": { status: 429, headers: { "retry-after": "86400" } },
  "redirects to itself": { status: 302, headers: { location: "/one" } },
  "redirects round and round": { status: 302, headers: { location: "/two" } },
  "redirects to another host": {
    status: 302,
    headers: { location: expect.stringMatching(/^http:\/\/localhost:\d+\/one$/) },
  },
};

const FOR_A_WHILE = ["dies half way", "changes its certificate half way"];

test("every illness is known here", () => {
  expect(ILL_TARGETS.map(({ name }) => name)).toEqual([...Object.keys(MET), ...FOR_A_WHILE]);
});

test.each(Object.entries(MET))("%s", async (name, met) => {
  const { origin } = await start(name);
  expect(await meet(`${origin}/one`, named(name).timeoutMs)).toMatchObject(met);
});

test("the second of two redirects leads back to the first", async () => {
  const { origin } = await start("redirects round and round");
  expect(await meet(`${origin}/two`)).toMatchObject({ status: 302, headers: { location: "/one" } });
});

test("who follows a redirect to the other host is counted there", async () => {
  const { origin, followed } = await start("redirects to another host");
  await meet(`${origin}/one`);
  expect(followed?.()).toBe(0);
  await (await fetch(`${origin}/one`)).text();
  expect(followed?.()).toBe(1);
});

test("the bytes that come one by one do not end", async () => {
  const { origin } = await listen(listenHttp(drip(1)));
  const { body } = await fetch(origin);
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > 20) break;
  }
  expect(bytes).toBeGreaterThan(20);
});

test("the promises come", async () => {
  const { origin } = await start("promises an answer without end");
  const asked = get(origin);
  const [{ statusCode }] = await once(asked, "information");
  asked.on("error", () => {}).destroy();
  expect(statusCode).toBe(102);
});

describe("half way", () => {
  test("a server that dies passed on what came from behind until then", async () => {
    const { origin } = await start("dies half way");
    for (let left = HEALTHY_REQUESTS; left > 0; left -= 1) expect(await meet(origin)).toMatchObject({ status: 201 });
    expect((await meet(origin)).error).toMatch(/^(UND_ERR_SOCKET|ECONNRESET)$/);
    expect((await meet(origin)).error).toBe("ECONNREFUSED");
  });

  test("a server shows another certificate, which is not trusted with the first", async () => {
    const { origin } = await start("changes its certificate half way");
    const ca = await readFile(named("changes its certificate half way").trust ?? "", "utf8");
    for (let left = HEALTHY_REQUESTS; left > 0; left -= 1) expect(await meetSecurely(origin, ca)).toBe(201);
    await expect(meetSecurely(origin, ca)).rejects.toMatchObject({ code: "ECONNRESET" });
    await expect(meetSecurely(origin, ca)).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  });
});

async function start(name: string): Promise<IllServer> {
  const behind = await listen(listenHttp(answer(json(201, "{}"))));
  return await listen(named(name).start(behind.origin));
}

function named(name: string): IllTarget {
  const found = ILL_TARGETS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no illness "${name}".`);
  return found;
}

async function listen<Server extends Listening>(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  open.push(server);
  return server;
}

type Met = {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly error: string | undefined;
};

/** Asks, and reads no more than 20 MB. */
async function meet(url: string, timeoutMs = 60_000): Promise<Met> {
  let met: Met = { status: undefined, headers: {}, bytes: 0, error: undefined };
  try {
    const { status, headers, body } = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    met = { ...met, status, headers: Object.fromEntries(headers) };
    for await (const chunk of body ?? []) {
      met = { ...met, bytes: met.bytes + chunk.byteLength };
      if (met.bytes > 20 * MB) return { ...met, error: "too much" };
    }
    return met;
  } catch (error) {
    return { ...met, error: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}

function meetSecurely(origin: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(origin, { ca }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
}
