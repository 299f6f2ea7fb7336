import { mkdir, writeFile } from "node:fs/promises";
import { references, sidebar } from "../navigation.ts";
import { listDrafts } from "./list-drafts.ts";
import { listSections } from "./list-sections.ts";
import { makeTwins } from "./twin.ts";
import { writeLlms, writeLlmsFull } from "./write-llms.ts";

/**
 * Writes a Markdown twin beside every page of the built site, and `llms.txt` and `llms-full.txt`.
 *
 * @returns What it wrote: paths below the folder, and sizes in bytes.
 */
export async function writeTwins(folder: URL): Promise<Map<string, number>> {
  const sections = listSections(await sidebar(), makeTwins(await listDrafts()));
  const twins = sections.flatMap((section) => section.twins);
  const files = new Map([
    ...twins.map(({ file, markdown }) => [file, markdown] as const),
    ["llms.txt", writeLlms(sections, specs())],
    ["llms-full.txt", writeLlmsFull(twins)],
  ]);
  for (const [file, text] of files) {
    const url = new URL(file, folder);
    await mkdir(new URL(".", url), { recursive: true });
    await writeFile(url, text);
  }
  return new Map([...files].map(([file, text]) => [file, Buffer.byteLength(text)]));
}

function specs() {
  return references.flatMap(({ id, name }) =>
    ["yaml", "json"].map((extension) => ({
      file: `spec/${id}.${extension}`,
      description: `${name}, the whole description as ${extension.toUpperCase()}`,
    })),
  );
}
