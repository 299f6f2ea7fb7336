import { median, medianRatio, type Result } from "./compare.ts";
import { load, loadFor, type Round } from "./load.ts";
import { COMMANDS, request, type Server, start } from "./server.ts";

const ROUNDS = 7;
const ROUND_MS = 1500;
const WARM_UP_MS = 2500;
const STARTS = 7;
const REQUESTS = 50_000;
const PORTS = { sandbox: 4920, mock: 4910, large: 4921 } as const;
const LARGE = 100_000;
/** With the 27 documented orders that makes 100. */
const SMALL = 73;

/** First answer after the start, with the code compiled by an earlier start. */
export async function measureStart(): Promise<Result> {
  const times = { sandbox: [] as number[], mock: [] as number[] };
  for (let round = 0; round <= STARTS; round += 1) {
    for (const name of ["mock", "sandbox"] as const) {
      const server = await start(COMMANDS[name], PORTS[name]);
      await server.stop();
      if (round > 0) times[name].push(server.startMs);
    }
  }
  const [sandbox, mock] = [median(times.sandbox), median(times.mock)];
  return {
    what: "first answer after start",
    sandbox: `${sandbox.toFixed(0)} ms`,
    peer: `${mock.toFixed(0)} ms`,
    ratio: (sandbox / mock).toFixed(2),
    target: "≤ 400 ms",
    kept: sandbox <= 400,
  };
}

/** Requests per second beside the mock's, on the same requests. */
export async function measureSpeed(what: string, atLeast: number, next: () => string): Promise<Result> {
  const sandbox = await start(COMMANDS.sandbox, PORTS.sandbox);
  const mock = await start(COMMANDS.mock, PORTS.mock);
  const rounds = await alternate(sandbox, mock, next);
  await Promise.all([sandbox.stop(), mock.stop()]);
  const ratio = medianRatio(rounds);
  return {
    what,
    sandbox: `${median(rounds.map(({ one }) => one)).toFixed(0)}/s`,
    peer: `${median(rounds.map(({ other }) => other)).toFixed(0)}/s`,
    ratio: ratio.toFixed(2),
    target: `≥ ${atLeast}`,
    kept: ratio >= atLeast,
  };
}

/** A page of ten out of many orders beside one out of few: how much longer it takes. */
export async function measureList(what: string, target: string): Promise<Result> {
  const [large, small] = await Promise.all([
    start(COMMANDS.sandbox, PORTS.large, "--seed-size", String(LARGE)),
    start(COMMANDS.sandbox, PORTS.sandbox, "--seed-size", String(SMALL)),
  ]);
  const rounds = await alternate(small, large, () => request("GET", target));
  await Promise.all([large.stop(), small.stop()]);
  const ratio = medianRatio(rounds);
  const cost = (perSecond: number) => `${(1e6 / perSecond).toFixed(0)} µs`;
  return {
    what,
    sandbox: cost(median(rounds.map(({ other }) => other))),
    peer: cost(median(rounds.map(({ one }) => one))),
    ratio: ratio.toFixed(2),
    target: "≤ 1.5",
    kept: ratio <= 1.5,
  };
}

/** What is resident after many requests of all sorts that leave as many records as there were. */
export async function measureMemory(): Promise<Result> {
  const resident = { sandbox: 0, mock: 0 };
  for (const name of ["mock", "sandbox"] as const) {
    const server = await start(COMMANDS[name], PORTS[name]);
    let sent = 0;
    const requests = mixedRequests();
    await load(server.port, () => (sent < REQUESTS ? requests(sent++) : undefined));
    resident[name] = server.residentMb();
    await server.stop();
  }
  const { sandbox, mock } = resident;
  return {
    what: "resident after 50,000 requests",
    sandbox: `${sandbox.toFixed(0)} MB`,
    peer: `${mock.toFixed(0)} MB`,
    ratio: (sandbox / mock).toFixed(2),
    target: "≤ 120 MB",
    kept: !(sandbox > 120),
  };
}

/** Rounds of the two in turn, so that whatever else the machine does meets both. */
async function alternate(one: Server, other: Server, next: () => string) {
  for (const server of [one, other]) await loadFor(server.port, WARM_UP_MS, next);
  const rounds: { one: number; other: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = await loadFor(one.port, ROUND_MS, next);
    const second = await loadFor(other.port, ROUND_MS, next);
    for (const { statuses } of [first, second]) refuseErrors(statuses);
    rounds.push({ one: first.perSecond, other: second.perSecond });
  }
  return rounds;
}

/** A server that refuses is quick. */
function refuseErrors(statuses: Round["statuses"]): void {
  const wrong = [...statuses.keys()].filter((status) => status >= 300);
  if (wrong.length > 0) throw new Error(`There were answers ${wrong.join(", ")}: the figures would mean nothing.`);
}

/** An order for one container, two services; each with a number of its own. */
export function creations(): () => string {
  let created = 0;
  return () => {
    created += 1;
    return creation(`BENCH-${created}`);
  };
}

function creation(order_number: string): string {
  const order = { order_number, cargo_type: "container", comment: "Two services", container_ids: [4337700] };
  const service_order = { ...order, due_at: "2024-05-20T00:00:00Z", service_ids: ["cleaning", 721] };
  return request("POST", "/api/v1/service_orders.json", { service_order });
}

/** Of ten requests six read an order, two read a list, one creates an order and one deletes it. */
function mixedRequests(): (index: number) => string {
  return (index) => {
    const order = `MEMORY-${Math.floor(index / 10)}`;
    if (index % 10 === 0) return creation(order);
    if (index % 10 === 9) return request("DELETE", `/api/v1/service_orders/${order}.json`);
    if (index % 5 === 2) return request("GET", "/api/v1/service_orders.json?status=pending");
    return request("GET", "/api/v1/service_orders/SO123456.json");
  };
}
