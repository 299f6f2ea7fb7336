import { mkdir, rm, writeFile } from "node:fs/promises";
import { madeFolder } from "../routes.ts";
import { makeChangelog } from "./changelog/make-changelog.ts";
import { makeEvidence } from "./evidence/make-evidence.ts";
import type { PageMaker } from "./made-page.ts";
import { makeStates } from "./states/make-states.ts";

const makers: readonly PageMaker[] = [makeEvidence, makeStates, makeChangelog];

await rm(madeFolder, { recursive: true, force: true });
for (const make of makers) {
  for (const { file, source } of await make()) {
    const url = new URL(file, madeFolder);
    await mkdir(new URL(".", url), { recursive: true });
    await writeFile(url, source);
  }
}
