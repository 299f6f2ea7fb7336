import { expect, test } from "vitest";
import { openCaller } from "../run/caller.js";
import { openRun } from "../run/open-run.js";
import { openTarget } from "../run/open-target.js";
import type { Listing } from "./resource.js";
import { steadily } from "./steadily.js";

const LIST: Listing = { operationId: "listHolds", rows: "/rows", id: { row: "/id", record: "/id" } };

/** A caller of a server that gives one list after the other, the last one again and again. */
async function callerOf(...lists: unknown[][]) {
  let asked = 0;
  const fetch: typeof globalThis.fetch = async (input) => {
    if (!(input instanceof Request) || !input.url.includes("/holds")) return new Response("{}", { status: 404 });
    const rows = lists[Math.min(asked, lists.length - 1)];
    asked += 1;
    return Response.json({ rows });
  };
  const target = openTarget({ api: "octopi", target: "http://127.0.0.1:1", token: "t", mode: "read-only", fetch });
  return openCaller(await openRun(target, async () => {}), undefined);
}

const wrong = async () => ({ came: "one", expected: "another" });

test("what is wrong with a list that stays as it is is told", async () => {
  expect(await steadily(await callerOf([{ id: 1 }]), LIST, wrong)).toEqual({ came: "one", expected: "another" });
});

test.each([
  ["got a row", [{ id: 1 }], [{ id: 1 }, { id: 2 }]],
  ["has a row with another value", [{ id: 1, status: "pending" }], [{ id: 1, status: "cancelled" }]],
])("nothing is told of a list that meanwhile %s", async (_, before, after) => {
  await expect(steadily(await callerOf(before, after), LIST, wrong)).rejects.toThrow("changed while it was read");
});

test("nothing is wrong where nothing is found", async () => {
  expect(await steadily(await callerOf([], [{ id: 1 }]), LIST, async () => undefined)).toBeUndefined();
});
