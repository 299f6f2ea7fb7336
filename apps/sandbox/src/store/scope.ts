import type { Db } from "./open-store.js";

/** Whose rows a statement is about: one owner's, in one copy of the data. */
export type Scope = {
  readonly db: Db;
  readonly copy: number;
  readonly owner: number;
};

/** The scope of a handler's context. */
export function scopeOf({ db, copy, owner }: { db: Db; copy: number; owner: { readonly id: number } }): Scope {
  return { db, copy, owner: owner.id };
}
