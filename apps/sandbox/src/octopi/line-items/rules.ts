import type { CreateLineItemRequest, FlexField, UpdateLineItemRequest } from "@quayside/types/octopi";
import type { ContainerRow, LineItemRow } from "../../store/tables.js";

/** The values of a line item that a request may name and a container may have. */
export type Values = Pick<LineItemRow, "container_type_label" | "container_weight" | "container_weight_unit">;

/** What a request says of a line item. */
export type Given = Omit<CreateLineItemRequest["line_item"] | UpdateLineItemRequest["line_item"], "container_id">;

/** The values that a container has to offer for a new line item. */
export function valuesOf({ type_label, weight, weight_unit }: ContainerRow): Values {
  return { container_type_label: type_label, container_weight: weight, container_weight_unit: weight_unit };
}

/**
 * The values after a request: as given, else as before.
 *
 * @param unit - The organisation's unit, for a weight without any; where there is no weight either, the unit stays null (D-59).
 */
export function mergeValues(before: Values, given: Given, unit: "kg" | "lb"): Values {
  const {
    container_type_label = before.container_type_label,
    container_weight = before.container_weight,
    container_weight_unit = before.container_weight_unit,
  } = given;
  return {
    container_type_label,
    container_weight,
    container_weight_unit: container_weight_unit ?? (container_weight === null ? null : unit),
  };
}

/** The fields after a request. One is set by its label; the others stay, and of two with one label the later one counts. */
export function mergeFlexFields(before: readonly FlexField[], given: readonly FlexField[]): FlexField[] {
  const values = new Map([...before, ...given].map(({ label, value }) => [label, value]));
  return [...values].map(([label, value]) => ({ label, value }));
}
