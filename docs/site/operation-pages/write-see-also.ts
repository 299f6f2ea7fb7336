import { codeSpan } from "./markdown.ts";
import type { Api, Operation } from "./read-operations.ts";
import { root } from "./write-text.ts";

/** A guide of the site. */
export interface Guide {
  /** Such as `guides/client.md`. */
  file: string;
  title: string;
  source: string;
}

/** What an operation's page may lead to. */
export interface Known {
  guides: readonly Guide[];
  /** The titles of the entries in the register of discrepancies: `D-07` and what it is about. */
  entries: ReadonlyMap<string, string>;
}

/**
 * Links to what belongs to an operation: the others of its resource, the guides that call it, the entries that its page names.
 *
 * @param page - What stands above these links.
 */
export function writeSeeAlso(api: Api, operation: Operation, page: string, { guides, entries }: Known): string {
  const lines = [
    ...neighbours(api, operation),
    ...guides.filter((guide) => isAbout(guide, api, operation)).map(({ file, title }) => `[${title}](${root}${file})`),
    ...[...entries]
      .toSorted(([one], [other]) => Number(one.slice(2)) - Number(other.slice(2)))
      .filter(([number]) => new RegExp(`\\b${number}\\b`).test(page))
      .map(([number, title]) => `[${number}](${root}discrepancies.md#${number.toLowerCase()}) ${title}`),
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}

function neighbours({ operations }: Api, { operationId, tag }: Operation): string[] {
  return operations
    .filter((other) => other.tag === tag && other.operationId !== operationId)
    .map((other) => `[${other.summary}](${other.operationId}.md): ${codeSpan(other.operationId)}`);
}

/** Guides for everybody who calls an API, by their names; the others by what stands in them. */
function isAbout({ file, source }: Guide, { id }: Api, { operationId, path }: Operation): boolean {
  if (id === "sandbox") return file === "guides/sandbox.md" || source.includes(path);
  return file === "guides/errors.md" || new RegExp(`\\b${id}\\.${operationId}\\b`).test(source);
}
