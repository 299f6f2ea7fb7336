import { checkResponse, openContract } from "@quayside/contract";
import dataloySpec from "@quayside/spec/dataloy.json" with { type: "json" };
import octopiSpec from "@quayside/spec/octopi.json" with { type: "json" };
import { expect, test } from "vitest";
import { callsOf } from "./calls.test.fixture.js";
import { handlers as dataloyHandlers } from "./dataloy.js";
import { handlers as octopiHandlers } from "./octopi.js";
import { dataloyAt, octopiAt, serving } from "./server.test.fixture.js";

const all = [...octopiHandlers(), ...dataloyHandlers()];
serving(all);

const apis = [
  { document: octopiSpec, open: () => octopiAt("https://app.octopi.co") },
  { document: dataloySpec, open: () => dataloyAt("https://tenant.dataloy.com") },
];
const operations = apis.flatMap(({ document, open }) => {
  const contract = openContract(document);
  return Array.from(callsOf(document), ([id, argument]) => ({
    id,
    contract,
    api: document.info.title,
    async answer(): Promise<Response | undefined> {
      const { client, answers } = open();
      await Reflect.get(client, id)(argument);
      return answers[0];
    },
  }));
});

test.each(operations)("$api: $id is answered as the spec has it", async ({ id, contract, answer }) => {
  const response = await answer();
  if (response === undefined) throw new Error("There was no answer.");
  const message = { status: response.status, headers: response.headers, body: await response.text() };
  expect(checkResponse(contract, id, message)).toEqual([]);
  expect(message.status).toBeLessThan(300);
});

test.each(operations)(
  "$api: $id has one handler that takes its request, of both APIs' handlers",
  async ({ answer }) => {
    for (const handler of all) handler.isUsed = false;
    await answer();
    expect(all.filter(({ isUsed }) => isUsed)).toHaveLength(1);
  },
);

test("every operation of both specs has a handler, and no handler is of another", () => {
  expect(operations).toHaveLength(all.length);
});
