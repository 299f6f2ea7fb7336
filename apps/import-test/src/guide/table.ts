import type { Api } from "../bundles.ts";
import type { Measured } from "../compare/measure.ts";
import type { Program } from "../programs/program.ts";

/** What of the table's columns each program is, and what was measured of it. */
export type Column = readonly [program: Program, measured: Measured];

const names: Record<Api, string> = { octopi: "Octopi", dataloy: "Dataloy", sandbox: "Sandbox" };

/** The guide's table of what is kept, in Markdown, without a line's end behind it. */
export function writeTable(columns: readonly Column[]): string {
  const heads = columns.map(([{ name, importer }]) => `${name} (\`${importer}\`)`);
  const whats = columns[0]?.[1].get("octopi")?.map(({ what }) => what) ?? [];
  const rows = whats.map((what) => [what, ...columns.map(([, measured]) => writeCell(measured, what))]);
  return [["what a bundle says", ...heads], ["---", ...columns.map(() => "---")], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** `all`, `none`, or how much of the bundles that something is lost of. */
export function writeCell(measured: Measured, what: string): string {
  const counts = [...measured].map(([api, found]) => {
    const outcomes = found.find((aspect) => aspect.what === what)?.outcomes ?? [];
    return { name: names[api], all: outcomes.length, kept: outcomes.filter(([, isKept]) => isKept).length };
  });
  if (counts.every(({ all, kept }) => kept === all)) return "all";
  if (counts.every(({ kept }) => kept === 0)) return "none";
  const lossy = counts.filter(({ all, kept }) => kept < all);
  return lossy.map(({ name, all, kept }) => `${name} ${kept} of ${all}`).join(", ");
}
