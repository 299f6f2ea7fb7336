import { references } from "../navigation.ts";
import { buildReference } from "../reference/build-reference.ts";

/** Lets Redocly write a reference page for each API. */
export async function buildReferences(): Promise<void> {
  for (const { id } of references) await buildReference(id);
}
