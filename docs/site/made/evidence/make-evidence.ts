import { readFile } from "node:fs/promises";
import { apis, references } from "../../navigation.ts";
import { docsFolder } from "../../routes.ts";
import type { PageMaker } from "../made-page.ts";
import { annotateRegister } from "./annotate-register.ts";
import { describeApi } from "./described-api.ts";
import { readRegister } from "./read-register.ts";
import { writeEvidence } from "./write-evidence.ts";

/** Makes the page of the evidence, and the register with a line in each entry that leads into the reference. */
export const makeEvidence: PageMaker = async () => {
  const register = readRegister(await readFile(new URL("discrepancies.md", docsFolder), "utf8"));
  const all = await Promise.all(references.map(describeApi));
  const marked = all.filter(({ id }) => apis.some((api) => api.id === id));
  return [
    { file: "evidence.md", source: writeEvidence(marked, all, register) },
    { file: "discrepancies.md", source: annotateRegister(all, register) },
  ];
};
