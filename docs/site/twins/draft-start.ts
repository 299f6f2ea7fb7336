import { readFile } from "node:fs/promises";
import { landing } from "../landing.ts";
import { apis } from "../navigation.ts";
import { blocks } from "../operation-pages/markdown.ts";
import { listOperations } from "../reference/list-operations.ts";
import { readBundle } from "../reference/read-bundle.ts";
import { mapLinks } from "./map-links.ts";
import type { Draft } from "./twin.ts";

/** The start page, whose text stands in its own template and in `site/ways/`. */
export async function draftStart(): Promise<Draft> {
  const { title, description, headline, tagline } = landing;
  const described = await Promise.all(
    apis.map(async (api) => ({ ...api, operations: listOperations(await readBundle(api.id)) })),
  );
  const total = described.reduce((sum, { operations }) => sum + operations.length, 0);
  const source = blocks(
    `**${headline}** ${tagline(total)}`,
    "[Get started](/guides/getting-started/). [How far to trust it](/guides/evidence/).",
    "## The two APIs",
    ...described.map(writeApi),
    "## Four ways to start",
    ...(await Promise.all(landing.ways.map(readWay))),
  );
  return { file: "index.md", title, description, source };
}

function writeApi({ id, name, operations }: (typeof apis)[number] & { operations: ReturnType<typeof listOperations> }) {
  const lines = operations.map(
    ({ operationId, summary }) => `- [${summary}](/reference/${id}/${operationId}/): \`${operationId}\``,
  );
  return blocks(
    `### [${name} API](/reference/${id}/)`,
    landing.about[id],
    lines.join("\n"),
    `[YAML](/spec/${id}.yaml), [JSON](/spec/${id}.json)`,
  );
}

/** A way's headings move down by two levels, and its links start from `site/ways/`. */
async function readWay(name: string): Promise<string> {
  const source = await readFile(new URL(`../ways/${name}.md`, import.meta.url), "utf8");
  return mapLinks(source.trim().replace(/^#(?= )/, "###"), (href) => href.replace(/^(\.\.\/){2}/, ""));
}
