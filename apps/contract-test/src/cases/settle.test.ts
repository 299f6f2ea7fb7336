import { describe, expect, test } from "vitest";
import { NOTHING_KNOWN } from "./known-values.js";
import { putRow, settle } from "./settle.js";

const purposes = {
  operations: [],
  places: ["/purpose", "/number", "/extra"],
  rows: [
    ["drop", "A", undefined],
    ["drop", "A", 1],
    ["pick", "B", undefined],
    ["none", undefined, undefined],
  ],
  why: "",
};
const known = { ...NOTHING_KNOWN, combinations: [purposes] };
const bodyOf = (body: object, changed?: string) => settle({ body }, known, changed)?.body;

describe("where a place was changed", () => {
  test("the others follow", () => {
    expect(bodyOf({ purpose: "pick", number: "A", note: "n" }, "/purpose")).toStrictEqual({
      purpose: "pick",
      number: "B",
      note: "n",
    });
    expect(bodyOf({ purpose: "none", number: "A" }, "/purpose")).toStrictEqual({ purpose: "none" });
  });

  test("it may have been left out", () => {
    expect(bodyOf({ purpose: "drop" }, "/number")).toStrictEqual({ purpose: "none" });
  });

  test("a value that goes with nothing is not sent", () => {
    expect(bodyOf({ purpose: "pick", number: "C" }, "/number")).toBeUndefined();
  });
});

describe("where none was", () => {
  test("what goes together stays", () => {
    expect(bodyOf({ purpose: "drop", number: "A", extra: 1 }, "/note")).toEqual({
      purpose: "drop",
      number: "A",
      extra: 1,
    });
  });

  test("what is missing is filled in by what is there", () => {
    expect(bodyOf({ purpose: "pick" })).toEqual({ purpose: "pick", number: "B" });
  });

  test("what goes with nothing makes room for the first row", () => {
    expect(bodyOf({ purpose: "drop", number: "B" })).toStrictEqual({ purpose: "drop", number: "A" });
  });
});

test("path and body may go together", () => {
  const combination = {
    operations: [],
    places: ["path.id", "/kind"],
    rows: [
      [1, "a"],
      [2, "b"],
    ],
    why: "",
  };
  const settled = settle(
    { path: { id: 2 }, body: { kind: "a" } },
    { ...NOTHING_KNOWN, combinations: [combination] },
    "path.id",
  );
  expect(settled).toEqual({ path: { id: 2 }, body: { kind: "b" } });
});

test("elements of lists are left alone", () => {
  const combination = { operations: [], places: ["/lines/#/key"], rows: [[1]], why: "" };
  const values = { body: { lines: [{ key: 3 }] } };
  expect(settle(values, { ...NOTHING_KNOWN, combinations: [combination] })).toEqual(values);
  expect(putRow({ body: {} }, combination, [1])).toEqual({ body: {} });
});
