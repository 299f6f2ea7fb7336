import type { ApiName } from "./api.js";
import type { Cancels, Lifecycle, Move, Resource } from "./meaning/resource.js";
import { RESOURCES } from "./meaning/resources.js";

export type { ApiName } from "./api.js";
export { type Discrepancy, GONE, type Lifecycle, type Move, NEW } from "./meaning/resource.js";

/** The states of one resource, and the operations between them, as the contract tests try them. */
export type ResourceStates = {
  readonly api: ApiName;
  /** For people, with its article: `a service order`. */
  readonly name: string;
  /** The operation that makes a record; undefined where none does. */
  readonly create?: string;
  /** The operation that reads the state. */
  readonly read: string;
  readonly lifecycle: Lifecycle;
};

/** Every resource of the APIs whose records are in one state or another, and every part of a record of which that is so. */
export function lifecycles(): ResourceStates[] {
  return RESOURCES.flatMap((resource) => [...whole(resource), ...parts(resource)]);
}

function whole({ api, name, create, read, list, lifecycle }: Resource): ResourceStates[] {
  if (lifecycle === undefined) return [];
  const making = create === undefined ? {} : { create: create.operationId };
  return [{ api, name, ...making, read: read?.operationId ?? list.operationId, lifecycle }];
}

/** The items of a record of which one operation cancels all that are open. */
function parts({ api, name, create, read, list, cancels }: Resource): ResourceStates[] {
  if (cancels === undefined) return [];
  const making = create === undefined ? {} : { create: create.operationId };
  const lifecycle = lifecycleOfItem(cancels);
  return [{ api, name: `an item of ${name}`, ...making, read: read?.operationId ?? list.operationId, lifecycle }];
}

function lifecycleOfItem({ operationId: by, items, status, open, becomes, whole: { item: done } }: Cancels): Lifecycle {
  const names = [...open, done, becomes];
  const cancelled = open.map((from): Move => ({ by, from: readable(from), to: readable(becomes) }));
  const left = [done, becomes].map((state): Move => ({ by, from: readable(state), to: readable(state) }));
  return {
    state: `${items}/#${status}`,
    states: Object.fromEntries(names.map((value) => [readable(value), value])),
    starts: readable(open[0] ?? becomes),
    moves: [...cancelled, ...left],
  };
}

function readable(value: string): string {
  return value.replaceAll("_", " ");
}
