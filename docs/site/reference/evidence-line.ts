/** The public documents that a mark may name, and how the site calls them. The guide on evidence lists them under these anchors. */
export const sources: ReadonlyMap<string, string> = new Map([
  ["octopi-service-orders", "Octopi, service orders"],
  ["octopi-interchanges", "Octopi, interchanges"],
  ["octopi-line-items", "Octopi, line items"],
  ["octopi-holds", "Octopi, holds"],
  ["octopi-support", "Octopi, further public pages"],
  ["dataloy-service-order", "Dataloy, ServiceOrder"],
  ["dataloy-docs", "Dataloy, further public pages"],
]);

type Ending = "/" | ".md";

/**
 * The line of Markdown that shows an `x-evidence` mark.
 *
 * @param mark - The value of `x-evidence`.
 * @param root - The way from the page back to the site's root, with a slash at its end.
 * @param ending - How the address of a page ends: `/` in a page of the site, `.md` in a file of Markdown.
 * @throws When the mark is not of the form that the spec's house rules ask for, or names an unknown source.
 */
export function evidenceLine(mark: unknown, root: string, ending: Ending = "/"): string {
  if (typeof mark === "object" && mark !== null && "basis" in mark) {
    if (mark.basis === "documented" && "source" in mark) {
      return `*Documented:* ${names(mark.source)
        .map((name) => sourceLink(name, root, ending))
        .join(" · ")}`;
    }
    if (mark.basis === "inferred" && "note" in mark) {
      return `*Inferred:* see ${names(mark.note)
        .map((note) => entryLink(note, root, ending))
        .join(" · ")}`;
    }
  }
  throw new Error(
    `x-evidence ${JSON.stringify(mark)} is neither { basis: documented, source } nor { basis: inferred, note }.`,
  );
}

/** Makes every `D-nn` in a text a link to its entry, as `evidenceLine` does. What already is a link, or code, stays. */
export function linkEntries(text: string, root: string, ending: Ending = "/"): string {
  return text.replace(/`[^`]*`|\[[^\]]*\]\([^)]*\)|\bD-\d{2,}\b/g, (match) =>
    match.startsWith("D-") ? entryLink(match, root, ending) : match,
  );
}

function names(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function sourceLink(name: string, root: string, ending: Ending): string {
  const label = sources.get(name);
  if (label === undefined) {
    throw new Error(`x-evidence names the source "${name}"; the known ones are ${[...sources.keys()].join(", ")}.`);
  }
  return `[${label}](${root}guides/evidence${ending}#${name})`;
}

function entryLink(note: string, root: string, ending: Ending): string {
  return `[${note}](${root}discrepancies${ending}#${note.toLowerCase()})`;
}
