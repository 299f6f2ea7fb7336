import { sources } from "../../reference/evidence-line.ts";

/**
 * A mark in a few words of Markdown, with links to the sources' places in the guide; a number becomes a link on the page.
 *
 * @throws When it is of no form that the spec's house rules know, or names an unknown source.
 */
export function writeMark(mark: unknown): string {
  const { basis, source, note } = Object(mark);
  if (basis === "inferred" && note !== undefined) return [note].flat().join(", ");
  if (basis === "documented" && source !== undefined) return [source].flat().map(sourceLink).join(", ");
  throw new Error(`x-evidence ${JSON.stringify(mark)} says neither a source nor a note; see docs/guides/evidence.md.`);
}

/** Whether a page of the vendor says so. */
export function isDocumented(mark: unknown): boolean {
  return Object(mark).basis === "documented";
}

function sourceLink(name: string): string {
  const label = sources.get(name);
  if (label === undefined)
    throw new Error(`x-evidence names the source "${name}", which evidence-line.ts does not know.`);
  return `[${label.replace(/^\w+, /, "")}](guides/evidence.md#${name})`;
}
