import { makeOperationPages } from "../operation-pages/make-operation-pages.ts";
import { madeFolder } from "../routes.ts";
import { makeChangelog } from "./changelog/make-changelog.ts";
import { makeEvidence } from "./evidence/make-evidence.ts";
import type { PageMaker } from "./made-page.ts";
import { makeStates } from "./states/make-states.ts";
import { writePages } from "./write-pages.ts";

const makers: readonly PageMaker[] = [makeOperationPages, makeEvidence, makeStates, makeChangelog];

await writePages(madeFolder, makers);
