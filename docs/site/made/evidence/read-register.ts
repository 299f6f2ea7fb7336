/** The register of discrepancies, as it is written. */
export interface Register {
  source: string;
  sections: readonly { title: string; entries: readonly Entry[] }[];
}

/** An entry of the register. */
export interface Entry {
  number: string;
  title: string;
}

/** Finds the entries in the register's Markdown: headings `### D-07 …` below headings of sections. */
export function readRegister(source: string): Register {
  const sections: { title: string; entries: Entry[] }[] = [];
  for (const [, level, title = ""] of source.matchAll(/^(#{2,3}) (.+)$/gm)) {
    const entry = /^(D-\d+) (.+)$/.exec(title);
    if (level === "##") sections.push({ title, entries: [] });
    else if (entry !== null) sections.at(-1)?.entries.push({ number: entry[1] ?? "", title: entry[2] ?? "" });
  }
  return { source, sections: sections.filter(({ entries }) => entries.length > 0) };
}
