import { describe, expect, test } from "vitest";
import type { StoredContainer } from "../../store/containers.js";
import type { StoredInterchange } from "../../store/interchanges.js";
import { writeInterchange } from "./write-interchange.js";
import { writeDetail, writeSummary } from "./write-snapshot.js";

const ZONE = "America/New_York";

const PENDING: StoredInterchange = {
  copy: 1,
  owner: 1,
  id: 12345,
  truck_visit_id: 4567,
  type: "interchange_in",
  subject: "container",
  container_id: 5,
  container_number: "C5",
  container_status: null,
  chassis_id: null,
  chassis_number: null,
  genset_number: null,
  booking_id: null,
  booking_number: null,
  export_release_number: "EXP1",
  bill_of_lading_number: null,
  delivery_order_number: null,
  completed_at: null,
  temperature_letter_port_of_discharge: "HTPAP",
  temperature_letter_vgm: 2345,
  readings: "{}",
};

const CONTAINER: StoredContainer & { isHeld: boolean } = {
  copy: 1,
  owner: 1,
  id: 5,
  number: "C5",
  description: null,
  cargo_type: "container",
  type_label: null,
  status: null,
  weight: null,
  weight_unit: null,
  has_damages: 0,
  is_reefer: 1,
  is_flatrack: 0,
  chassis_id: 8,
  chassis_number: "CH8",
  isHeld: false,
};

function write(more: Partial<StoredInterchange> = {}) {
  return writeInterchange({ interchange: { ...PENDING, ...more }, container: CONTAINER, booking: null }, ZONE);
}

describe("the nested shape", () => {
  test("a time of completion makes it complete, in the organisation's zone and to the second", () => {
    const { complete, completed_at } = write({ completed_at: Date.UTC(2023, 6, 3, 14, 24, 9, 128) });
    expect({ complete, completed_at }).toEqual({ complete: true, completed_at: "2023-07-03T10:24:09-04:00" });
  });

  test("a container of which nothing is known is laden", () => {
    const { container_status, container } = write();
    expect([container_status, container?.status]).toEqual(["full", "full"]);
  });

  test("a chassis of the interchange's is the container's", () => {
    const { chassis, container } = write({ chassis_id: 9, chassis_number: "CH9" });
    expect(chassis).toEqual({ id: 9, number: "CH9" });
    expect(container?.chassis).toEqual(chassis);
  });

  test("a container that came on no chassis of the interchange's shows the one it stands on", () => {
    const { container, ...rest } = write();
    expect(container?.chassis).toEqual({ id: 8, number: "CH8" });
    expect(rest).not.toHaveProperty("chassis");
  });

  test("an export release is null, for the form of one is unknown", () => {
    expect(write().export_release).toBeNull();
  });
});

describe("the flat shape", () => {
  test("the URL in a list ends in the id, without .json", () => {
    expect(writeSummary(PENDING, "http://sandbox", ZONE).interchange_url).toBe(
      "http://sandbox/api/v1/truck_visits/4567/interchanges/12345",
    );
  });

  test("neither shows an id of its own, and only the single one an interchange", () => {
    expect(writeSummary(PENDING, "http://sandbox", ZONE)).not.toHaveProperty("id");
    expect(writeSummary(PENDING, "http://sandbox", ZONE)).not.toHaveProperty("interchange");
    expect(writeDetail(PENDING, ZONE)).toMatchObject({ interchange: null });
  });

  test("what was read at the gate is shown, and the rest is null", () => {
    const readings = JSON.stringify({ container_seal: "SL-1", operating_reefer: true, container_vgm: 24350 });
    expect(writeDetail({ ...PENDING, readings }, ZONE)).toMatchObject({
      container_seal: "SL-1",
      operating_reefer: true,
      container_vgm: 24350,
      reefer_humidity: null,
    });
  });

  test("what is stored wins over what was read at the gate", () => {
    const readings = JSON.stringify({ export_release: "OTHER" });
    expect(writeDetail({ ...PENDING, readings }, ZONE).export_release).toBe("EXP1");
  });

  test("only a container has a usage", () => {
    const chassis = { ...PENDING, subject: "chassis", container_id: null, container_number: null } as const;
    expect(writeDetail(PENDING, ZONE).container_usage).toBe(0);
    expect(writeDetail(chassis, ZONE)).toMatchObject({ container_usage: null, container_status: null });
  });
});
