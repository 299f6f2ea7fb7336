import pg from "pg";
import { expect, test } from "vitest";
import { makePostgres } from "./testing/databases.js";
import { CREATION, inSession, ORDERS, openSandbox } from "./testing/open-sandbox.js";

test("a session whose data is locked leaves the connections to the others", async () => {
  const { url } = await makePostgres();
  const { ask } = await openSandbox({ database: url });
  for (const name of ["busy", "other"]) await ask("GET", ORDERS, undefined, inSession(name));
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query("begin; select * from quayside_sandbox.copies where name = 'busy' for update");
  // More than there are connections.
  const waiting = Array.from({ length: 25 }, () => ask("POST", ORDERS, CREATION, inSession("busy")));
  expect((await ask("POST", ORDERS, CREATION, inSession("other"))).status).toBe(201);
  await holder.query("commit");
  await holder.end();
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, ...Array(24).fill(422)]);
});
