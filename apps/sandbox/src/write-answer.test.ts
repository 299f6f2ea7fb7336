import { createRequire } from "node:module";
import { openContract } from "@quayside/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerCall } from "./answer-call.js";
import { openAnswerMemory } from "./answer-memory.js";
import type { AnyHandler, Api } from "./api.js";
import type { Home } from "./home.js";
import { openRequestLog } from "./request-log.js";
import { exclusivelyByName } from "./store/exclusively.js";
import { openStore, type Store } from "./store/open-store.js";

const require = createRequire(import.meta.url);
const GET = new Request("http://127.0.0.1/api/v1/service_orders/A.json", {
  headers: { authorization: "Token token=x" },
});
const DELETE = new Request(GET, { method: "DELETE" });

let store: Store;
beforeAll(async () => {
  store = await openStore(":memory:");
});
afterAll(() => store.close());

/** A sandbox whose two operations answer what breaks the spec. */
function open(checkAnswers: boolean): { home: Home; faults: unknown[] } {
  const faults: unknown[] = [];
  const handler: AnyHandler = async (_, { db }) => {
    await db
      .insertInto("settings")
      .values({ name: `${checkAnswers}`, value: "written" })
      .onConflict((on) => on.doNothing())
      .execute();
    return { status: 200, body: { id: "41" } };
  };
  const api: Api = {
    name: "octopi",
    contract: openContract(require("@quayside/spec/octopi.json"), { lazily: true }),
    claims: () => true,
    spell: (path) => path,
    handlers: { getServiceOrder: handler, deleteServiceOrder: handler },
    authenticate: () => ({ owner: { id: 1 } }),
    errorBody: ({ message }) => ({ error: message }),
  };
  const home: Home = {
    store,
    seed: { size: 0, number: 1 },
    clock: () => 0,
    queue: exclusivelyByName(),
    apis: [api],
    checkAnswers,
    log: openRequestLog(),
    memory: openAnswerMemory([]),
    closing: new AbortController().signal,
    onFault: (fault) => faults.push(fault),
  };
  return { home, faults };
}

describe("an answer of the sandbox's own that breaks the spec", () => {
  test("is a 500 that names the finding, and is told", async () => {
    const { home, faults } = open(true);
    const { status, body } = await answerCall(home, GET);
    expect([status, JSON.parse(body).error]).toEqual([
      500,
      expect.stringContaining("wrong-type getServiceOrder /id: "),
    ]);
    expect(faults).toHaveLength(1);
  });

  test("changes nothing", async () => {
    await answerCall(open(true).home, DELETE);
    expect(
      await store.read((db) => db.selectFrom("settings").selectAll().where("name", "=", "true").execute()),
    ).toEqual([]);
  });

  test("is sent as it is where answers are not checked", async () => {
    const { status, body } = await answerCall(open(false).home, DELETE);
    expect([status, body]).toEqual([200, '{"id":"41"}']);
    expect(
      await store.read((db) => db.selectFrom("settings").selectAll().where("name", "=", "false").execute()),
    ).toHaveLength(1);
  });
});
