import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterEach, beforeEach } from "vitest";

/** A sandbox for each test, as a system on which records of one's own are made, and what a run does to it. */
export function useTestSystem() {
  let sandbox: RunningSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0 });
  });
  afterEach(() => sandbox.close());

  const read = async (path: string): Promise<string> => {
    const headers = { authorization: "Token token=demo" };
    const response = await fetch(`${sandbox.origin}/api/v1/${path}`, { headers });
    return (await response.text()).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "");
  };
  return {
    origin: () => sandbox.origin,
    read,
    /** All that a run could leave something in. */
    everything: () => Promise.all(PLACES.map(read)),
    /** What a run in mode disposable is given. */
    options(changes: object = {}) {
      const common = { api: "octopi", target: sandbox.origin, token: "demo", otherToken: "demo2" } as const;
      return { ...common, mode: "disposable" as const, fixtures: FIXTURES, depth: 5, ...changes };
    },
  };
}

const PLACES = [
  "service_orders.json?per=100",
  "truck_visits/1876441/interchanges.json",
  "bill_of_ladings/1001/line_items.json?per=100",
  "manifests/2018010126/bill_of_ladings/TSCW12924362/holds.json",
];

const FIXTURES = {
  container_ids: [4337700],
  service_ids: ["cleaning", 721],
  truck_visit_id: 1876441,
  bill_of_lading_id: 1001,
  container_id: 1912,
  container_type_label: "40DV",
  label: "Customs entry",
};

/** What went through a fetch. */
export type Passed = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
};

/** A fetch that keeps what goes through, and answers some of it in place of the target. */
export function watching(change: (request: Request) => Promise<Response | undefined> = async () => undefined) {
  const sent: Passed[] = [];
  const through: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    const response = (await change(request)) ?? (await fetch(request));
    const { pathname: path } = new URL(request.url);
    const { status } = response;
    sent.push({ method: request.method, path, body, status, answer: await response.clone().text() });
    return response;
  };
  return { sent, through };
}
