import { isOk, type Json } from "../../change.ts";
import type { Call, Came } from "../../mutant.ts";

/** Changes the bill of lading in a list of its holds. */
export function ofBill(change: (bill: Json) => Json): (body: Json) => Json {
  return ({ bill_of_lading }) => ({ bill_of_lading: change(bill_of_lading) });
}

/** The holds of the bill of lading that a call is about; undefined where there is none. */
export async function holdsOf({ sent, ask }: Call): Promise<Json | undefined> {
  const came: Came = await ask("GET", sent.url.replace(/\/holds\/.*/, "/holds.json"));
  return isOk(came) ? JSON.parse(came.body).bill_of_lading : undefined;
}
