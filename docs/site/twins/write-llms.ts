import { landing } from "../landing.ts";
import { blocks } from "../operation-pages/markdown.ts";
import type { Section } from "./list-sections.ts";
import { mapLinks } from "./map-links.ts";
import { pageOf, type Twin } from "./twin.ts";

/** A file of the site that is no page, with what it is. */
export interface Extra {
  file: string;
  description: string;
}

/** `llms.txt`: what the site has, in the form of llmstxt.org. Its links start where it lies, at the site's root. */
export function writeLlms(sections: readonly Section[], descriptions: readonly Extra[]): string {
  const extras = descriptions.map(({ file, description }) => `- [${file}](${file}): ${description}`);
  const optional = sections.filter(({ isOptional }) => isOptional);
  return `${blocks(
    "# Quayside",
    `> ${landing.description}`,
    "Each page of the site has a twin in Markdown: `guides/client.md` for `guides/client/`. `llms-full.txt` has all of them in one.",
    ...sections.filter(({ isOptional }) => !isOptional).map(({ label, twins }) => writeSection(label, twins)),
    `## OpenAPI descriptions\n\n${extras.join("\n")}`,
    ...(optional.length === 0
      ? []
      : [
          writeSection(
            "Optional",
            optional.flatMap(({ twins }) => twins),
          ),
        ]),
  )}\n`;
}

/** `llms-full.txt`: all twins in reading order. Their links start at the site's root. */
export function writeLlmsFull(twins: readonly Twin[]): string {
  return twins
    .map(({ file, markdown }) => `Page: ${pageOf(file).slice(1) || "./"}\n\n${mapLinks(markdown, fromRoot(file))}`)
    .join("\n---\n\n");
}

function writeSection(label: string, twins: readonly Twin[]): string {
  const lines = twins.map(({ file, title, description }) => `- [${title}](${file}): ${description.replace(/:$/, ".")}`);
  return `## ${label}\n\n${lines.join("\n")}`;
}

function fromRoot(file: string): (href: string) => string {
  const base = "http://site/";
  return (href) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
    return new URL(href, `${base}${file}`).href.slice(base.length);
  };
}
