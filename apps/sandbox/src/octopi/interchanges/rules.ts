import { Refusal } from "@quayside/serve";
import type { CreateInterchangeRequest, InterchangePurpose, UpdateInterchangeRequest } from "@quayside/types/octopi";
import type { StoredInterchange } from "../../store/interchanges.js";
import type { ContainerRow, InterchangeRow } from "../../store/tables.js";

/** What a request may set of an interchange. */
export type Changes = UpdateInterchangeRequest & Pick<CreateInterchangeRequest, "container_status">;

/** The numbers by which an interchange names other records; null where it names none. */
export type Numbers = Pick<StoredInterchange, (typeof NUMBERS)[number]>;

const NUMBERS = [
  "container_number",
  "chassis_number",
  "genset_number",
  "booking_number",
  "export_release_number",
  "bill_of_lading_number",
  "delivery_order_number",
] as const;

type Direction = Pick<InterchangeRow, "type" | "subject">;

const PURPOSES: Readonly<Record<InterchangePurpose, Direction>> = {
  drop_off_container: { type: "interchange_in", subject: "container" },
  pick_up_container: { type: "interchange_out", subject: "container" },
  drop_off_chassis: { type: "interchange_in", subject: "chassis" },
  pick_up_chassis: { type: "interchange_out", subject: "chassis" },
  drop_off_genset: { type: "interchange_in", subject: "genset" },
  pick_up_genset: { type: "interchange_out", subject: "genset" },
};

/** Which way an interchange goes, and what it is about. */
export function directionOf(purpose: InterchangePurpose): Direction {
  return PURPOSES[purpose];
}

/**
 * The numbers after a change: what a request leaves out stays, and null removes it (D-49).
 *
 * @throws Refusal - 422 for an empty number, and where the number of what the interchange is about is missing.
 */
export function changeNumbers(before: Numbers & Pick<InterchangeRow, "subject">, changes: Partial<Numbers>): Numbers {
  const change = (name: keyof Numbers) => (changes[name] === undefined ? before[name] : changes[name]);
  const after = Object.fromEntries(NUMBERS.map((name) => [name, change(name)])) as Numbers;
  const empty = NUMBERS.find((name) => after[name] === "");
  if (empty !== undefined) throw new Refusal(422, `${empty} is empty: send a number, or leave it out.`);
  const { subject } = before;
  if (after[`${subject}_number`] === null)
    throw new Refusal(422, `The interchange is about a ${subject}, so it needs a ${subject}_number.`);
  return after;
}

/**
 * Whether the container is laden after a change: as the request says, else as it was for the same container, else as the
 * new container is on record. A container of which that is not known is taken to be as the one before it.
 */
export function statusAfter(
  before: Pick<InterchangeRow, "container_id" | "container_status">,
  container: Pick<ContainerRow, "id" | "status"> | null,
  given: InterchangeRow["container_status"] | undefined,
): InterchangeRow["container_status"] {
  if (given !== undefined) return given;
  if ((container?.id ?? null) === before.container_id) return before.container_status;
  return container === null ? null : (container.status ?? before.container_status);
}

/** Whether an interchange is over; then nothing of it changes any more. */
export function isCompleted({ completed_at }: Pick<InterchangeRow, "completed_at">): boolean {
  return completed_at !== null;
}

/** Whether a container has left the terminal by an interchange. */
export function hasLeft(interchange: Pick<InterchangeRow, "type" | "container_id" | "completed_at">): boolean {
  return interchange.type === "interchange_out" && interchange.container_id !== null && isCompleted(interchange);
}

/** The container and the chassis that an interchange puts it on; undefined unless it names both. */
export function mountingOf({ container_id, chassis_id }: Pick<InterchangeRow, "container_id" | "chassis_id">) {
  return container_id === null || chassis_id === null ? undefined : { container_id, chassis_id };
}
