import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { readClient } from "./read-client.ts";
import { writePages } from "./write-pages.ts";

const folder = new URL("dist/client/", import.meta.url);

try {
  const client = await readClient();
  const beginnings = await Promise.all(client.entries.map(async ({ name }) => [name, await readText(name)] as const));
  const texts = { beginnings: Object.fromEntries(beginnings), methods: await readText("methods") };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, page } of writePages(client, texts)) await writeFile(new URL(`${name}.md`, folder), page);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function readText(name: string): Promise<string> {
  const file = `text/${name}.md`;
  const text = await readFile(new URL(file, import.meta.url), "utf8").catch((cause: unknown) => {
    throw new Error(`apps/client-reference/${file} is missing: write how the page of the entry begins.`, { cause });
  });
  return text.trim();
}
