import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The bundles, in the order in which a cell of the table names them. */
export const apis = ["octopi", "dataloy", "sandbox"] as const;

/** The name of a bundle. */
export type Api = (typeof apis)[number];

/** How a bundle is written. */
export type Form = "json" | "yaml";

/** The text of a bundle, as the site has it under `/spec/`. */
export function readBundle(api: Api, form: Form): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve(`@quayside/spec/${api}.${form}`)), "utf8");
}
