import { readFile } from "node:fs/promises";
import { writeCodeSamples } from "../code-samples/write-code-samples.ts";
import type { MadePage } from "../made/made-page.ts";
import { references } from "../navigation.ts";
import { readPage } from "../read-page.ts";
import { listPages, locate } from "../routes.ts";
import { type Api, readApi } from "./read-operations.ts";
import { writeOperation } from "./write-operation.ts";
import type { Guide, Known } from "./write-see-also.ts";

/** Makes a page of every operation of every API: `reference/octopi/getServiceOrder.md`. */
export async function makeOperationPages(): Promise<MadePage[]> {
  const known: Known = { guides: await readGuides(), entries: await readEntries() };
  const apis = await Promise.all(references.map(readApi));
  return apis.flatMap((api) => pagesOf(api, known));
}

function pagesOf(api: Api, known: Known): MadePage[] {
  return api.operations.map((operation) => ({
    file: `reference/${api.id}/${operation.operationId}.md`,
    source: writeOperation(api, operation, writeCodeSamples(api.document, operation.operationId), known),
  }));
}

function readGuides(): Promise<Guide[]> {
  return Promise.all(
    listPages(["guides"]).map(async (file) => {
      const page = readPage(await readFile(locate(file), "utf8"));
      return { file, title: "title" in page ? page.title : file, source: page.source };
    }),
  );
}

async function readEntries(): Promise<Map<string, string>> {
  const register = await readFile(locate("discrepancies.md"), "utf8");
  return new Map([...register.matchAll(/^### (D-\d+) (.*)$/gm)].map(([, number = "", title = ""]) => [number, title]));
}
