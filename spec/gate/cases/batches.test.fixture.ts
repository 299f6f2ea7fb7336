import { isDeepStrictEqual } from "node:util";
import { namesIn, pointerOf } from "../../house/json-pointer.ts";
import { operationIds } from "../affected.ts";
import type { Bundle } from "../change.ts";
import type { Case, Part } from "./case.test.fixture.ts";

/** Cases of one API that are judged by one run, as no two of them touch the same path or component. */
export type Batch = { readonly api: string; readonly cases: Case[]; readonly units: Set<string> };

/**
 * Puts cases together, as a run takes most of a second. One that adds, removes or renames a path or a component has its own: what is
 * gone is held against everything that is new. So has one that must be no change; changes of words only are among themselves.
 *
 * @param read - Gives an API's bundle, a new copy each time.
 */
export function batchesOf(cases: readonly Case[], read: (api: string) => Part): Batch[] {
  const batches: (Batch & { kind: string })[] = [];
  for (const each of cases) {
    const { api = "octopi" } = each;
    const units = unitsOf(each, read);
    const kind = isAlone(each, read) ? each.name : each.impact === "patch" ? "words" : "rules";
    const free = batches.find(
      (batch) => batch.api === api && batch.kind === kind && units.every((unit) => !batch.units.has(unit)),
    );
    if (free === undefined) batches.push({ api, kind, cases: [each], units: new Set(units) });
    else {
      free.cases.push(each);
      for (const unit of units) free.units.add(unit);
    }
  }
  return batches;
}

/** The path, webhook or component that a pointer leads into, or the member of the root. */
export function unitOf(pointer: string): string {
  const names = namesIn(pointer);
  const depth = names[0] === "components" ? 3 : ["paths", "webhooks"].includes(names[0] ?? "") ? 2 : 1;
  return pointerOf(names.slice(0, depth));
}

/** The units that a case touches: what was put there beforehand for it, too. */
export function unitsOf(each: Case, read: (api: string) => Part): string[] {
  const [real, old, now] = statesOf(each, read).map(unitsIn);
  const isTouched = (unit: string) =>
    !isDeepStrictEqual(old?.get(unit), now?.get(unit)) || !isDeepStrictEqual(real?.get(unit), old?.get(unit));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(isTouched);
}

function isAlone(each: Case, read: (api: string) => Part): boolean {
  if (each.impact === undefined || unitsOf(each, read).some((unit) => namesIn(unit).length === 1)) return true;
  const [real, ...others] = statesOf(each, read).map((document) => [
    ...unitsIn(document).keys(),
    ...operationIds(document as unknown as Bundle),
  ]);
  return others.some((names) => !isDeepStrictEqual(names, real));
}

/** The real description, the one that the case begins with, and the changed one. */
function statesOf({ api = "octopi", before, change }: Case, read: (api: string) => Part): [Part, Part, Part] {
  const [real, old, now] = [read(api), read(api), read(api)];
  for (const document of [old, now]) before?.(document);
  change(now);
  return [real, old, now];
}

function unitsIn(document: Part): Map<string, unknown> {
  const members = (value: unknown, at: string[]) =>
    Object.entries(Object(value)).map(([name, each]) => [pointerOf([...at, name]), each] as const);
  const { paths, webhooks, components, ...root } = document;
  const kinds = Object.entries(Object(components)).flatMap(([kind, each]) => members(each, ["components", kind]));
  return new Map([...members(paths, ["paths"]), ...members(webhooks, ["webhooks"]), ...kinds, ...members(root, [])]);
}
