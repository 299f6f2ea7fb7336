/** What a changelog says of one version. */
export interface Version {
  /** `1.1.0`, or what stands in its place: `Not yet released`. */
  version: string;
  sections: readonly { title: string; items: readonly string[] }[];
}

/** A changelog: its title, and its versions as they come. */
export interface Changelog {
  title: string;
  versions: readonly Version[];
}

/**
 * Reads a changelog in Markdown, as changesets and the spec write it: `# title`, `## version`, `### section`, and lists. An item keeps its
 * own Markdown, without its bullet and indentation.
 */
export function readChangelog(source: string): Changelog {
  const [head = "", ...parts] = split(source, "## ");
  const title = /^# (.+)$/m.exec(head)?.[1]?.trim() ?? "";
  return { title, versions: parts.map(readVersion) };
}

function readVersion(part: string): Version {
  const [head = "", ...sections] = split(part, "### ");
  const [version = "", ...rest] = head.split("\n");
  const untitled = itemsOf(rest.join("\n"));
  const titled = sections.map((section) => {
    const [title = "", ...lines] = section.split("\n");
    return { title: title.trim(), items: itemsOf(lines.join("\n")) };
  });
  return {
    version: version.trim(),
    sections: untitled.length === 0 ? titled : [{ title: "", items: untitled }, ...titled],
  };
}

/** Cuts before each line that begins with some words, and takes the words away. */
function split(source: string, words: string): string[] {
  return source.replaceAll("\r\n", "\n").split(new RegExp(`^${words}`, "m"));
}

/** A paragraph outside of a list is an item too: nothing that was written is lost. */
function itemsOf(text: string): string[] {
  return text
    .split(/^(?=\S)/m)
    .map((item) =>
      item
        .replace(/^[-*] /, "")
        .replace(/^ {2}/gm, "")
        .trim(),
    )
    .filter((item) => item !== "");
}
