import { describe, expect, test } from "vitest";
import { mergeFlexFields, mergeValues } from "./rules.js";

const NOTHING = { container_type_label: null, container_weight: null, container_weight_unit: null };
const WEIGHED = { container_type_label: "20DV", container_weight: 4000, container_weight_unit: "lb" };

describe("values", () => {
  test("what the request leaves out stays", () => {
    expect(mergeValues(WEIGHED, {}, "kg")).toEqual(WEIGHED);
  });

  test("what the request gives takes the place of what was there", () => {
    const given = { container_type_label: "40DV", container_weight: 4200, container_weight_unit: "kg" } as const;
    expect(mergeValues(WEIGHED, given, "lb")).toEqual(given);
  });

  test("a new weight keeps the unit", () => {
    expect(mergeValues(WEIGHED, { container_weight: 5 }, "kg").container_weight_unit).toBe("lb");
  });

  test("a weight without a unit is in the organisation's", () => {
    expect(mergeValues(NOTHING, { container_weight: 5 }, "kg").container_weight_unit).toBe("kg");
  });

  test("a weight that was known without a unit is in the organisation's", () => {
    const before = { ...NOTHING, container_weight: 4000 };
    expect(mergeValues(before, {}, "lb").container_weight_unit).toBe("lb");
  });

  test("a weight of 0 is a weight", () => {
    expect(mergeValues(NOTHING, { container_weight: 0 }, "kg").container_weight_unit).toBe("kg");
  });

  test("without a weight the unit stays null", () => {
    expect(mergeValues(NOTHING, {}, "kg")).toEqual(NOTHING);
  });
});

describe("flex fields", () => {
  const ENTRY = { label: "Customs entry", value: "TE-1" };
  const BROKER = { label: "Broker", value: "Harbour" };

  test("a field is set by its label, where it stands", () => {
    const changed = { label: "Customs entry", value: "TE-2" };
    expect(mergeFlexFields([ENTRY, BROKER], [changed])).toEqual([changed, BROKER]);
  });

  test("a new field is added at the end", () => {
    expect(mergeFlexFields([ENTRY], [BROKER])).toEqual([ENTRY, BROKER]);
  });

  test("of two with one label the later one counts", () => {
    expect(mergeFlexFields([], [{ label: "Broker", value: "first" }, BROKER])).toEqual([BROKER]);
  });

  test("labels that differ in case are two fields", () => {
    expect(mergeFlexFields([BROKER], [{ label: "broker", value: "other" }])).toHaveLength(2);
  });

  test("a label may be the name of something that objects have", () => {
    const odd = { label: "__proto__", value: "x" };
    expect(mergeFlexFields([], [odd])).toEqual([odd]);
  });
});
