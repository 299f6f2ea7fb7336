import { mkdir, rm, writeFile } from "node:fs/promises";
import { madeFolder } from "../routes.ts";
import type { PageMaker } from "./made-page.ts";

const makers: readonly PageMaker[] = [];

await rm(madeFolder, { recursive: true, force: true });
for (const make of makers) {
  for (const { file, source } of await make()) {
    const url = new URL(file, madeFolder);
    await mkdir(new URL(".", url), { recursive: true });
    await writeFile(url, source);
  }
}
