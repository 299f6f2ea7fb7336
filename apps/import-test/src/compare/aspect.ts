import { isDeepStrictEqual } from "node:util";
import type { Collection, ImportedRequest } from "../collection.ts";
import type { Described, DescribedOperation } from "../described/describe.ts";

/** Something that a bundle says many times, and that an import keeps or loses each time. */
export interface Aspect {
  /** The words of the guide's table. */
  readonly name: string;
  /** Each time that the bundle says it. */
  find(described: Described, collection: Collection): Outcome[];
}

/** One time: where it stands in the bundle, with the operationId first where it is an operation's, and whether the import has it. */
export type Outcome = readonly [where: string, isKept: boolean];

/** An aspect that is looked at operation by operation. The request is undefined where the import has none or several. */
export function perOperation(
  name: string,
  find: (operation: DescribedOperation, request: ImportedRequest | undefined, collection: Collection) => Outcome[],
): Aspect {
  return {
    name,
    find: ({ operations }, collection) =>
      operations.flatMap((operation) => {
        const found = collection.requests.filter(
          ({ method, path }) => method === operation.method && path === operation.path,
        );
        const outcomes = find(operation, found.length === 1 ? found[0] : undefined, collection);
        return outcomes.map(([where, isKept]): Outcome => [`${operation.operationId} ${where}`.trim(), isKept]);
      }),
  };
}

/** Whether a text has all of another one; white space at its ends does not count. */
export function hasText(text: string | undefined, part: string): boolean {
  return text?.includes(part.trim()) === true;
}

/** Whether two JSON values are equal; of texts, white space at the ends does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string") return a.trim() === b.trim();
  return isDeepStrictEqual(a, b);
}
