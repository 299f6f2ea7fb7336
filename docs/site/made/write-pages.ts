import { mkdir, rm, writeFile } from "node:fs/promises";
import type { MadePage, PageMaker } from "./made-page.ts";

/**
 * Writes what the makers make, in place of whatever the folder held.
 *
 * @throws When two pages have one address, capitals aside: on some machines they would be one file.
 */
export async function writePages(folder: URL, makers: readonly PageMaker[]): Promise<void> {
  const pages = (await Promise.all(makers.map((make) => make()))).flat();
  refuseDoubles(pages);
  await rm(folder, { recursive: true, force: true });
  for (const { file, source } of pages) {
    const url = new URL(file, folder);
    await mkdir(new URL(".", url), { recursive: true });
    await writeFile(url, source);
  }
}

function refuseDoubles(pages: readonly MadePage[]): void {
  const seen = new Map<string, string>();
  for (const { file } of pages) {
    const other = seen.get(file.toLowerCase());
    if (other !== undefined) throw new Error(`${other} and ${file} would be one page. Give one of them another name.`);
    seen.set(file.toLowerCase(), file);
  }
}
