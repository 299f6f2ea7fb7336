import { makeOperationPages } from "../operation-pages/make-operation-pages.ts";
import { madeFolder } from "../routes.ts";
import type { PageMaker } from "./made-page.ts";
import { writePages } from "./write-pages.ts";

const makers: readonly PageMaker[] = [makeOperationPages];

await writePages(madeFolder, makers);
