import type { Fault, Kind, Mutant } from "./mutant.ts";

/** Defines a mutant: one fault of its own operation, or faults by operation. */
export type Define = (
  kind: Kind,
  operationId: string,
  name: string,
  fault: Fault | Readonly<Record<string, Fault>>,
  ...related: readonly string[]
) => Mutant;

/** A mutant of Octopi. */
export const octopi: Define = (...all) => define("octopi", ...all);

/** A mutant of Dataloy. */
export const dataloy: Define = (...all) => define("dataloy", ...all);

function define(api: Mutant["api"], ...[kind, operationId, name, fault, ...related]: Parameters<Define>): Mutant {
  const faults = typeof fault === "function" ? { [operationId]: fault } : fault;
  return { name, kind, api, operationId, faults, related };
}
