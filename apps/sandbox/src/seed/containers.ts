import type { ContainerRow } from "../store/tables.js";

type Seeded = Omit<ContainerRow, "copy">;

/** A container of the first organisation. */
function container(id: number, number: string, more: Partial<Seeded> = {}): Seeded {
  return {
    owner: 1,
    id,
    number,
    description: null,
    cargo_type: "container",
    type_label: "40DV",
    status: "full",
    weight: null,
    weight_unit: null,
    has_damages: 0,
    is_reefer: 0,
    is_flatrack: 0,
    chassis_id: null,
    ...more,
  };
}

/** A piece of cargo that is no container; Octopi numbers it like one. */
function cargo(id: number, cargo_type: "vehicle" | "breakbulk", description: string): Seeded {
  return container(id, `CARGO${id}`, { cargo_type, description, type_label: null, status: null });
}

const TYPES = ["20DV", "40DV", "40HC"];

/** The ten containers of the bill of lading that fill its first page. */
const ON_THE_BILL = Array.from({ length: 10 }, (_, index) =>
  container(1902 + index, index === 0 ? "ABC123" : `OCTU${7_000_000 + index * 137}`, {
    type_label: TYPES[index % 3] ?? null,
    weight: 4000 + index * 250,
    weight_unit: "kg",
  }),
);

/** The containers that the vendor's pages and the spec's examples name, and some more. */
export const CONTAINERS: readonly Seeded[] = [
  container(4337700, "0317933"),
  container(231596, "278434"),
  container(28776, "ABCU1236033", { type_label: "20DV" }),
  container(45261, "4556104"),
  container(40602, "5298338"),
  container(50053, "4812187", { type_label: "20DV" }),
  container(95951, "1TRUCKMACKDR332724", { type_label: null }),
  container(1098881, "4128586"),
  container(2047032, "CAIU6889279"),
  container(2538488, "3CHASSISDR346929", { type_label: null }),
  container(123456789, "OCTO1231239", { weight: 4000, weight_unit: "kg" }),
  container(1912, "OCTU7001370", { type_label: "20DV", weight: 6500, weight_unit: "kg" }),
  ...ON_THE_BILL,
  container(12345, "CON123456"),
  container(12346, "CON123457"),
  container(1119659, "CAIU2340022"),
  container(1101190, "BSIU2346474", { type_label: "20CT", status: "empty" }),
  container(1119413, "SMLU7903607", { type_label: "20CT" }),
  container(1119444, "SMLU3105445", { type_label: "20CT" }),
  container(1114166, "TCNU6028886", { type_label: "40HC" }),
  container(1120001, "CONZ1234674", { chassis_id: 882700 }),
  container(1120002, "CONZ1234680", { chassis_id: 882701 }),
  container(1120003, "TGHU2210045", { status: "empty", type_label: "20DV" }),
  container(1120004, "TTNU8145870", { is_reefer: 1, type_label: "40RF" }),
  container(1120005, "FRAU4400121", { is_flatrack: 1, type_label: "40FR" }),
  container(1120006, "DMGU9087340", { has_damages: 1, type_label: "20DV" }),
  cargo(3190442, "breakbulk", "4 pallets of PVC pipe, marks 1030134737/577498"),
  cargo(2388117, "breakbulk", "2014 station wagon, VIN ending 0056"),
  cargo(2333777, "breakbulk", "Personal effects in one crate, in bond"),
  cargo(2400011, "vehicle", "2021 pick-up truck, VIN ending 4471"),
  cargo(2400012, "vehicle", "2019 compact car, VIN ending 9023"),
  container(5001, "OSLU1000012", { owner: 2, type_label: "40HC" }),
  container(5002, "OSLU1000028", { owner: 2, type_label: "20DV", status: "empty" }),
];
