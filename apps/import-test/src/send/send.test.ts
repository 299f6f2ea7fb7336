import { randomUUID } from "node:crypto";
import { startMock } from "@quayside/mock";
import { startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, readBundle } from "../bundles.ts";
import type { Variables } from "../collection.ts";
import { bruno, readCollection } from "../programs/bruno.ts";
import { postman } from "../programs/postman.ts";
import type { Program } from "../programs/program.ts";
import { findRefused, send } from "./send.ts";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const programs = [{ program: postman }, { program: bruno }];
const password = `Basic ${btoa("demo:demo")}`;
const importApi = async (program: Program, api: Api) => program.importBundle(await readBundle(api, "yaml"));
const variables = (): Variables => ({ baseUrl: sandbox.origin, apiKey: "Token token=demo" });
/** A copy of the data for each test. */
const newSession = () => ({ "X-Sandbox-Session": randomUUID() });

// By then the runner has renamed the order and completed the interchange, and the hold is in force from the start.
// {{id}} is the interchange's in the requests for line items, too.
const refusedInOrder = {
  "Delete a service order": 404,
  "Cancel a service order": 404,
  "Delete an interchange": 409,
  "Update a line item": 404,
  "Delete a line item": 404,
  "Apply a hold": 404,
};

test("Octopi takes all requests from Postman that their order and their values allow", async () => {
  const imported = await importApi(postman, "octopi");
  expect(await findRefused(imported, variables(), newSession())).toEqual(refusedInOrder);
});

test("of Octopi's requests from Bruno, those with a parameter before `.json` are sent with its name", async () => {
  const imported = await importApi(bruno, "octopi");
  expect(await findRefused(imported, variables(), newSession())).toEqual({
    "Get a service order": 404,
    "Update a service order": 404,
    "Delete a service order": 404,
    "Get an interchange": 422,
    "Update an interchange": 422,
    "Delete an interchange": 422,
    "Update a line item": 400,
    "Delete a line item": 400,
    "Apply a hold": 422,
    "Lift a hold": 422,
  });
});

test("once Bruno's files have variables there, Octopi takes the same as from Postman", async () => {
  const { text } = await importApi(bruno, "octopi");
  const mended = readCollection(JSON.parse(text.replace(/\/:([a-z_]+)\.json/g, "/{{$1}}.json")));
  const own = { ...variables(), order_number: "API_TEST_002", id: "2205893", hold_id: "36" };
  expect(await findRefused(mended, own, newSession())).toEqual(refusedInOrder);
});

test.each(programs)(
  "Dataloy takes all requests from $program.name, with a user and a password",
  async ({ program }) => {
    const imported = await importApi(program, "dataloy");
    expect(await findRefused(imported, variables(), { ...newSession(), Authorization: password })).toEqual({});
  },
);

test.each(programs)("a token from the control API's request in $program.name opens Dataloy", async ({ program }) => {
  const session = newSession();
  const control = await importApi(program, "sandbox");
  const request = control.requests.find(({ name }) => name === "Get an access token");
  if (request === undefined) throw new Error("The collection has no request for a token.");
  const { body = "", ...http } = request.toHttp(variables());
  const toHttp = () => ({
    ...http,
    body: JSON.stringify({ ...JSON.parse(body), client_id: "demo", client_secret: "demo" }),
  });
  const answer: unknown = await (await send({ ...request, toHttp }, {}, session)).json();
  const Authorization = `Bearer ${Reflect.get(Object(answer), "access_token")}`;
  const imported = await importApi(program, "dataloy");
  expect(await findRefused(imported, variables(), { ...session, Authorization })).toEqual({});
});

test("the mock answers all of Octopi's requests from Postman", async () => {
  const mock = await startMock({ port: 0 });
  const imported = await importApi(postman, "octopi");
  expect(await findRefused(imported, { ...variables(), baseUrl: mock.origin }, {})).toEqual({});
  await mock.close();
});

test("a request for a token as a form, which OAuth 2 has, is refused", async () => {
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "demo", client_secret: "demo" });
  expect((await fetch(`${sandbox.origin}/oauth/token`, { method: "POST", body })).status).toBe(415);
});

test.each(programs)(
  "the sandbox takes all requests of its own API from $program.name that name what is there",
  async (each) => {
    const imported = await importApi(each.program, "sandbox");
    // The snapshot has been deleted by the request before.
    expect(await findRefused(imported, variables(), { ...newSession(), Authorization: password })).toEqual({
      "Restore a snapshot": 404,
    });
  },
);
