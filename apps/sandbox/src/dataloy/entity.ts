import type { Entity } from "@quayside/types/dataloy";
import type { Entities } from "../store/entities.js";
import { ENTITY_TYPES, type EntityType } from "./entity-types.js";

/** Types of objects that have an address of their own, and no code. */
type Uncoded = "ServiceOrder" | "ServiceOrderLine" | "WebhookSubscription";

/** Key and address of an object, whatever else is shown of it. */
export function writeEntity(origin: string, type: EntityType | Uncoded, key: number): Entity {
  return { key, self: `${origin}/ws/rest/${type}/${key}` };
}

/** Writes references; null stays null. */
export type Refer = <Key extends number | null>(type: EntityType, key: Key) => Entity | Extract<Key, null>;

/** Writes references on an origin, with their codes where the object is among the entities. */
export function openRefer(entities: Entities, origin: string): Refer {
  const refer = (type: EntityType, key: number | null) => {
    if (key === null) return null;
    const row = entities.get(key);
    const shown = row === undefined ? [] : Object.entries(ENTITY_TYPES[type]).map(([name, at]) => [name, row[at]]);
    return { ...writeEntity(origin, type, key), ...Object.fromEntries(shown.filter(([, value]) => value !== null)) };
  };
  return refer as Refer;
}
