import { Refusal } from "@quayside/serve";
import type { EntityReference } from "@quayside/types/dataloy";
import type { Entities } from "../store/entities.js";
import type { EntityRow } from "../store/tables.js";
import type { EntityType } from "./entity-types.js";

/** A reference, or what stands for none. */
export type MaybeReference = EntityReference | null | undefined;

/** Reads a reference as a key. What stands for none stays as it is. */
export type KeyOf = {
  (type: EntityType, reference: EntityReference): number;
  <None extends null | undefined>(type: EntityType, reference: EntityReference | None): number | None;
};

/** What has to be known to read references: a number is a key, a text a code, whatever it looks like (D-62). */
export function mentionedIn(references: readonly MaybeReference[]): { keys: number[]; codes: string[] } {
  const given = references.filter((one) => one !== null && one !== undefined);
  const codes = given.filter((one) => typeof one === "string");
  return { codes, keys: given.filter((one) => typeof one !== "string").map(keyIn) };
}

function keyIn(reference: Exclude<EntityReference, string>): number {
  return typeof reference === "number" ? reference : reference.key;
}

/**
 * Reads references among the objects that they mention.
 *
 * @returns A function that throws a Refusal, 400, for what names no object of the type, or a status of another class (D-81).
 */
export function openReferences(entities: Entities): KeyOf {
  const find = (type: EntityType, reference: EntityReference) => {
    const named = candidates(entities, reference).filter((entity) => entity.type === type);
    const fitting = named.find(isForServiceOrders);
    if (fitting !== undefined) return fitting.key;
    if (named.length === 0) throw new Refusal(400, `Unknown ${type} ${describe(reference)}.`);
    throw new Refusal(400, `${type} ${describe(reference)} is not of the class for service orders.`);
  };
  const keyOf = (type: EntityType, reference: MaybeReference) =>
    reference === null || reference === undefined ? reference : find(type, reference);
  return keyOf as KeyOf;
}

function candidates(entities: Entities, reference: EntityReference): EntityRow[] {
  if (typeof reference === "string") return [...entities.values()].filter(({ code }) => code === reference);
  const entity = entities.get(keyIn(reference));
  return entity === undefined ? [] : [entity];
}

/** Two classes may have a status of the same code. */
function isForServiceOrders({ type, class: ofStatus }: EntityRow): boolean {
  return type !== "StatusType" || ofStatus === "ServiceOrder";
}

function describe(reference: EntityReference): string {
  return typeof reference === "string" ? JSON.stringify(reference) : `with key ${keyIn(reference)}`;
}
