import { prepare } from "./prepare.js";
import type { Scope } from "./scope.js";
import type { BillOfLadingRow } from "./tables.js";

/** Finds a bill of lading by its id. */
export async function findBillOfLading({ db, copy, owner }: Scope, id: number): Promise<BillOfLadingRow | undefined> {
  return (await billById(db, { copy, owner, id }))[0];
}

/** Finds a bill of lading by the number printed on it; a number is unique within a manifest only. */
export async function findBillOfLadingByNumber(
  { db, copy, owner }: Scope,
  manifest_client_identifier: string,
  number: string,
): Promise<BillOfLadingRow | undefined> {
  return (await billByNumber(db, { copy, owner, manifest_client_identifier, number }))[0];
}

const billById = prepare((db, { copy, owner, id }: { copy: number; owner: number; id: number }) =>
  db.selectFrom("bills_of_lading").selectAll().where("copy", "=", copy).where("owner", "=", owner).where("id", "=", id),
);

const billByNumber = prepare((db, values: Omit<BillOfLadingRow, "id">) =>
  db
    .selectFrom("bills_of_lading")
    .selectAll()
    .where("copy", "=", values.copy)
    .where("owner", "=", values.owner)
    .where("manifest_client_identifier", "=", values.manifest_client_identifier)
    .where("number", "=", values.number),
);

/** Whether a bill of lading with this number exists, under whatever manifest. */
export async function hasBillOfLading({ db, copy, owner }: Scope, number: string): Promise<boolean> {
  const bills = db.selectFrom("bills_of_lading").select("id").where("copy", "=", copy).where("owner", "=", owner);
  return (await bills.where("number", "=", number).executeTakeFirst()) !== undefined;
}
