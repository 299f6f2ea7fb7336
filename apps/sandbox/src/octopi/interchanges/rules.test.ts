import { describe, expect, test } from "vitest";
import { changeNumbers, directionOf, hasLeft, mountingOf, statusAfter } from "./rules.js";

const NONE = {
  container_number: null,
  chassis_number: null,
  genset_number: null,
  booking_number: null,
  export_release_number: null,
  bill_of_lading_number: null,
  delivery_order_number: null,
};
const AT_GATE = { ...NONE, subject: "container", container_number: "C1" } as const;

describe("direction", () => {
  test("what is dropped off comes in", () => {
    expect(directionOf("drop_off_chassis")).toEqual({ type: "interchange_in", subject: "chassis" });
  });

  test("what is picked up goes out", () => {
    expect(directionOf("pick_up_genset")).toEqual({ type: "interchange_out", subject: "genset" });
  });
});

describe("numbers", () => {
  test("a number that the request leaves out stays", () => {
    expect(changeNumbers(AT_GATE, { booking_number: "B1" })).toEqual({
      ...NONE,
      container_number: "C1",
      booking_number: "B1",
    });
  });

  test("null removes a number", () => {
    expect(changeNumbers({ ...AT_GATE, booking_number: "B1" }, { booking_number: null }).booking_number).toBeNull();
  });

  test("a number takes the place of another one", () => {
    expect(changeNumbers(AT_GATE, { container_number: "C2" }).container_number).toBe("C2");
  });

  test("an empty number is refused", () => {
    const refused = () => changeNumbers(AT_GATE, { chassis_number: "" });
    expect(refused).toThrow(
      expect.objectContaining({ status: 422, message: expect.stringContaining("chassis_number") }),
    );
  });

  test.each(["container", "chassis", "genset"] as const)("an interchange of a %s needs its number", (subject) => {
    const refused = () => changeNumbers({ ...NONE, subject }, {});
    expect(refused).toThrow(
      expect.objectContaining({ status: 422, message: expect.stringContaining(`${subject}_number`) }),
    );
  });

  test("the number of what the interchange is about cannot be removed", () => {
    expect(() => changeNumbers(AT_GATE, { container_number: null })).toThrow("container_number");
  });

  test("an interchange of a genset may name a container too", () => {
    const before = { ...NONE, subject: "genset", genset_number: "G1" } as const;
    expect(changeNumbers(before, { container_number: "C1" }).container_number).toBe("C1");
  });
});

describe("status of the container", () => {
  const NEW = { container_id: null, container_status: null };
  const OLD = { container_id: 1, container_status: "full" } as const;

  test("is as the request says", () => {
    expect(statusAfter(OLD, { id: 1, status: "full" }, "empty")).toBe("empty");
  });

  test("is else the one on record", () => {
    expect(statusAfter(NEW, { id: 1, status: "empty" }, undefined)).toBe("empty");
  });

  test("stays for the same container, whatever is on record by now", () => {
    expect(statusAfter(OLD, { id: 1, status: "empty" }, undefined)).toBe("full");
  });

  test("changes with the container", () => {
    expect(statusAfter(OLD, { id: 2, status: "empty" }, undefined)).toBe("empty");
  });

  test("passes to another container of which nothing is known", () => {
    expect(statusAfter(OLD, { id: 2, status: null }, undefined)).toBe("full");
  });

  test("goes with the container", () => {
    expect(statusAfter(OLD, null, undefined)).toBeNull();
  });
});

describe("leaving", () => {
  const OUT = { type: "interchange_out", container_id: 1, completed_at: 5 } as const;

  test("a container has left when its pick-up is completed", () => {
    expect(hasLeft(OUT)).toBe(true);
  });

  test("a container has not left while its pick-up is pending", () => {
    expect(hasLeft({ ...OUT, completed_at: null })).toBe(false);
  });

  test("a container that was dropped off has not left", () => {
    expect(hasLeft({ ...OUT, type: "interchange_in" })).toBe(false);
  });

  test("without a container nothing leaves that could be held", () => {
    expect(hasLeft({ ...OUT, container_id: null })).toBe(false);
  });
});

test("a container is mounted by an interchange that names a chassis too", () => {
  expect(mountingOf({ container_id: 1, chassis_id: 2 })).toEqual({ container_id: 1, chassis_id: 2 });
});

test("a chassis on its own is no mounting", () => {
  expect(mountingOf({ container_id: null, chassis_id: 2 })).toBeUndefined();
});
