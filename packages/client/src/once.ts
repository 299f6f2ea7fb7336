import { ApiError } from "./api-error.js";
import type { AnyArgument, Call } from "./call.js";
import { dig } from "./dig.js";
import type { CallOptions, Once } from "./operation-types.js";

/** Gives the options for a call of the search, with the time that is left. */
export type Within = () => CallOptions;

/**
 * Makes the function that finds the record of a key, or undefined where there is none.
 *
 * @throws TypeError for a key that cannot be looked for.
 */
export type Lookup = (key: string) => (within: Within) => Promise<unknown>;

/** A lookup for each creation whose record has a natural key. */
export type Lookups<Table> = {
  readonly [Id in keyof Table as Table[Id] extends { naturalKey: readonly string[] } ? Id : never]: Lookup;
};

/**
 * Makes the function that creates a record once, whatever happens to the connection: where nobody knows whether a request
 * was heeded, it looks for the record, and sends the request again only if there is none.
 *
 * @param way - The way to the record's natural key in the body.
 */
export function createOnce(create: Call, way: readonly string[], lookup: Lookup) {
  return async (argument: AnyArgument, options?: CallOptions): Promise<Once<unknown>> => {
    const key = dig(argument?.body, way);
    if (typeof key !== "string" || key === "") throw new TypeError(`once needs ${way.join(".")}, a text.`);
    const { body, outcome, attempts } = await create(argument, options, lookup(key));
    return { data: body, outcome, attempts };
  };
}

/** Undefined where a record is answered 404, as documented; another 404 may come from somebody who knows nothing of records. */
export async function unlessMissing<Found>(find: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof ApiError && error.status === 404 && error.isDocumented) return undefined;
    throw error;
  }
}
