import { fork } from "node:child_process";
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { createOctopiClient, createPlainOctopiClient } from "@quayside/client/octopi";
import { createSandbox } from "@quayside/sandbox";
import type { paths } from "@quayside/types/octopi";
import createFetchClient from "openapi-fetch";
import { median, medianRatio, type Result, type Round } from "./compare.ts";

type Fetch = (request: Request) => Promise<Response>;
type Name = "plain" | "octopi" | "peer";
/** Reads an order, and gives it. */
type Ways = Readonly<Record<Name, () => Promise<unknown>>>;

const ROUNDS = 300;
const WARM_UPS = 5;
const PATH = { order_number: "SO123456" };
const AUTHORIZATION = "Token token=demo";

/** What a call costs where the answer takes no time: nothing is asked, for no call is like that. */
export async function measureStub(): Promise<Result[]> {
  const order = JSON.parse(await readOrder());
  const ways = openWays("http://127.0.0.1", async () => Response.json(order));
  return await measureWays("stub fetch", ways, 100);
}

/** What a call costs over HTTP, with a server that does nothing but answer. */
export async function measureLoopback(): Promise<Result[]> {
  const server = fork(new URL("bare-server.ts", import.meta.url));
  server.send(await readOrder());
  const [port] = await once(server, "message");
  const results = await measureWays("loopback", openWays(`http://127.0.0.1:${port}`), 50, 1.1);
  const ended = once(server, "exit");
  server.disconnect();
  await ended;
  return results;
}

/** An order as the sandbox sends it. */
async function readOrder(): Promise<string> {
  const sandbox = await createSandbox();
  const url = `http://127.0.0.1/api/v1/service_orders/${PATH.order_number}.json`;
  const response = await sandbox.fetch(new Request(url, { headers: { authorization: AUTHORIZATION } }));
  const text = await response.text();
  await sandbox.close();
  if (!response.ok) throw new Error(`The sandbox has no order to measure with: ${response.status} ${text}`);
  return text;
}

function openWays(origin: string, fetch?: Fetch): Ways {
  const plain = createPlainOctopiClient({ token: "demo", origin, fetch });
  const octopi = createOctopiClient({ token: "demo", origin, fetch });
  const headers = { authorization: AUTHORIZATION };
  const peer = createFetchClient<paths>({ baseUrl: origin, headers, ...(fetch && { fetch }) });
  return {
    plain: () => plain.getServiceOrder({ path: PATH }),
    octopi: () => octopi.getServiceOrder({ path: PATH }),
    peer: async () => (await peer.GET("/api/v1/service_orders/{order_number}.json", { params: { path: PATH } })).data,
  };
}

async function measureWays(where: string, ways: Ways, calls: number, most?: number): Promise<Result[]> {
  const [order, ...others] = await Promise.all(Object.values(ways).map((call) => call()));
  if (order === undefined || !others.every((other) => isDeepStrictEqual(other, order))) {
    throw new Error("The ways do not read the same order: the figures would mean nothing.");
  }
  const rounds = await takeTurns(ways, calls);
  const cost = (name: Name) => `${(median(rounds.map((round) => round[name])) * 1000).toFixed(1)} µs`;
  return (["plain", "octopi"] as const).map((name) => {
    const ratio = medianRatio(rounds, name, "peer");
    return {
      what: `a call, ${where}, ${name === "plain" ? "plain client" : "client"} (peer: openapi-fetch)`,
      client: cost(name),
      peer: cost("peer"),
      ratio: ratio.toFixed(2),
      target: most === undefined ? "" : `≤ ${most.toFixed(2)}`,
      kept: most === undefined ? undefined : ratio <= most,
    };
  });
}

/** Rounds of all ways in turn, each time another one first, so that whatever else the machine does meets all of them. */
async function takeTurns(ways: Ways, calls: number): Promise<Round<Name>[]> {
  const rounds: Round<Name>[] = [];
  const names = ["plain", "peer", "octopi"] as const;
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    const took = { plain: 0, octopi: 0, peer: 0 };
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + WARM_UPS) % names.length] ?? "peer";
      took[name] = await timeCalls(ways[name], calls);
    }
    if (round >= 0) rounds.push(took);
  }
  return rounds;
}

/** Milliseconds for one call, of many one after the other. */
async function timeCalls(call: () => Promise<unknown>, calls: number): Promise<number> {
  const begun = performance.now();
  for (let count = 0; count < calls; count += 1) await call();
  return (performance.now() - begun) / calls;
}
