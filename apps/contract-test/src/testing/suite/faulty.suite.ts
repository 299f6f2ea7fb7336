import { type RunningMock, startMock } from "@quayside/mock";
import { afterAll, beforeAll } from "vitest";
import { contractTests } from "../../vitest.js";
import { type Came, startFaultyServer } from "../faulty-server.js";
import type { Listening } from "../listen.js";

// What a team's own suite looks like, here against a server that does not keep the spec. Run by ../../vitest.test.ts only.
let mock: RunningMock;
let faulty: Listening;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  faulty = await startFaultyServer("octopi", mock.origin, { operationId: "getServiceOrder", answer: spoil });
});
afterAll(async () => {
  await faulty.close();
  await mock.close();
});

const options = { api: "octopi", target: () => faulty.origin, token: "any" } as const;
contractTests({ ...options, operations: ["getServiceOrder"], inferred: "warn" });

/** A wrong type, an unknown record and an undocumented success. */
function spoil(came: Came, { url, headers }: { url: string; headers: Record<string, string> }): Came {
  if (came.status !== 200) return came;
  if (url.includes("/41.json")) return { ...came, status: 404, body: '{"error":"Unknown."}' };
  if (headers.prefer === "code=200") return { ...came, status: 202 };
  return { ...came, body: came.body.replace(/"id":(\d+)/, '"id":"$1"') };
}
