import { table } from "../table.ts";
import { type DescribedApi, linkUsers } from "./described-api.ts";
import { namePlace } from "./name-place.ts";
import type { Entry, Register } from "./read-register.ts";

/** What stands where nothing cites an entry. */
export const NOTHING = "nothing in the specs cites it";

/** The other way round: where each entry of the register matters. */
export function writeByEntry(apis: readonly DescribedApi[], { sections }: Register): string {
  const intro =
    "What cites each entry: a mark, a description, or a comment in the YAML. Some entries are about the vendor's page alone.";
  const parts = sections.map(({ title, entries }) => {
    const rows = entries.map((entry) => [`${entry.number} ${entry.title}`, whereItMatters(apis, entry)]);
    return [`### ${title}`, table(["Entry", "Where it matters"], rows)].join("\n\n");
  });
  return ["## By discrepancy", intro, ...parts].join("\n\n");
}

/** Links to what an entry matters for, and the schemas and parameters that cite it. */
export function whereItMatters(apis: readonly DescribedApi[], entry: Pick<Entry, "number">): string {
  const lines = apis.flatMap((api) => {
    const pointers = api.citations.get(entry.number);
    if (pointers === undefined) return [];
    const owners = [...pointers].filter((one) => one.startsWith("/components/")).map((one) => ownerOf(api, one));
    const named = [...new Set(owners)];
    const by = named.length === 0 ? "" : ` (by ${named.join(", ")})`;
    return [`${linkUsers(api, pointers)}${by}`];
  });
  return lines.length === 0 ? NOTHING : lines.join("; ");
}

function ownerOf({ document }: DescribedApi, pointer: string): string {
  return namePlace(document, pointer).owner;
}
