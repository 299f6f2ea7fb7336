import { expect, test } from "vitest";
import { applied, lifted } from "./rules.js";
import { writeHolds } from "./write-holds.js";

const BILL = { copy: 1, owner: 1, id: 7, number: "TSCW/1 2", manifest_client_identifier: "2018#01" };
const NEVER = { applied_at: null, lifted_at: null, lift_until: null };

function hold(id: number, state = NEVER as ReturnType<typeof applied>) {
  return { copy: 1, owner: 1, id, name: `Hold ${id}`, description: "", ...state };
}

function write(holds: ReturnType<typeof hold>[], now = 1000) {
  return writeHolds(BILL, holds, now, "http://sandbox").bill_of_lading;
}

test("each hold stands in exactly one list", () => {
  const { unlifted_holds, applicable_holds } = write([hold(34), hold(36, applied(1)), hold(54)]);
  expect(unlifted_holds.map(({ id }) => id)).toEqual([36]);
  expect(applicable_holds.map(({ id }) => id)).toEqual([34, 54]);
});

test("a hold changes lists by itself when the time comes until which it was lifted", () => {
  const until = hold(36, lifted(applied(1), 2, 1000));
  expect(write([until], 999).applicable_holds).toHaveLength(1);
  expect(write([until], 1000).unlifted_holds).toHaveLength(1);
});

test("the URL of an action has the numbers percent-encoded", () => {
  expect(write([hold(34)]).applicable_holds[0]?.actions.apply).toEqual({
    method: "PUT",
    url: "http://sandbox/api/v1/manifests/2018%2301/bill_of_ladings/TSCW%2F1%202/holds/34.json",
  });
});

test("a hold in force is lifted with DELETE", () => {
  expect(write([hold(34, applied(1))]).unlifted_holds[0]?.actions.lift.method).toBe("DELETE");
});
