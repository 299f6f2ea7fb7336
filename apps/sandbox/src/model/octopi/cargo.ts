import type { Chassis } from "@quayside/types/octopi";
import { CONTAINERS } from "../../seed/containers.js";

/** A container, or another piece of cargo. */
export type Cargo = {
  readonly id: number;
  readonly number: string;
  readonly description: string | null;
  readonly cargo_type: "container" | "vehicle" | "breakbulk";
  readonly type_label: string | null;
  readonly weight: number | null;
  readonly weight_unit: string | null;
  readonly has_damages: boolean;
  readonly is_reefer: boolean;
  readonly is_flatrack: boolean;
  status: "full" | "empty" | null;
  /** What it stands on. */
  chassis: Chassis | null;
};

/** The cargo that an organisation has at first. */
export function cargoOf(owner: number, chassis: readonly Chassis[]): Cargo[] {
  return CONTAINERS.filter((row) => row.owner === owner).map(({ owner: _, chassis_id, ...row }) => ({
    ...row,
    has_damages: row.has_damages === 1,
    is_reefer: row.is_reefer === 1,
    is_flatrack: row.is_flatrack === 1,
    chassis: chassis.find(({ id }) => id === chassis_id) ?? null,
  }));
}

/** A container of which only the number is known. */
export function unknownContainer(id: number, number: string): Cargo {
  return {
    id,
    number,
    description: null,
    cargo_type: "container",
    type_label: null,
    weight: null,
    weight_unit: null,
    has_damages: false,
    is_reefer: false,
    is_flatrack: false,
    status: null,
    chassis: null,
  };
}
