import { readFile } from "node:fs/promises";
import { references } from "../navigation.ts";
import { readApi } from "../operation-pages/read-operations.ts";
import { readPage } from "../read-page.ts";
import { listPages, locate, pagePlaces } from "../routes.ts";
import { draftApi } from "./draft-api.ts";
import { draftStart } from "./draft-start.ts";
import type { Draft } from "./twin.ts";

/** Everything that has a page on the site, the start page first. */
export async function listDrafts(): Promise<Draft[]> {
  const apis = await Promise.all(references.map(readApi));
  return [await draftStart(), ...(await Promise.all(listPages(pagePlaces).map(draftPage))), ...apis.map(draftApi)];
}

async function draftPage(file: string): Promise<Draft> {
  const text = await readFile(locate(file), "utf8");
  const page = readPage(text);
  const title = "title" in page ? page.title : inFrontMatter(text, "title");
  if (title === undefined) throw new Error(`${file} has no title. Begin it with a heading of the first level.`);
  return { file, title, description: inFrontMatter(text, "description") ?? page.description, source: page.source };
}

function inFrontMatter(text: string, key: string): string | undefined {
  const [, front = ""] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  return new RegExp(`^${key}: *(["']?)(.*)\\1 *$`, "m").exec(front)?.[2];
}
