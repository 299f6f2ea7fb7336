import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { bundleFile, type OpenApiDocument } from "../../reference/read-bundle.ts";
import { encode } from "./find-users.ts";

/** The places of an API's description that cite a discrepancy: JSON pointers into the bundle, by number. */
export type Citations = ReadonlyMap<string, ReadonlySet<string>>;

/** The files that an API was written in: what each line of them has become. */
export interface Written {
  /** The text of each file. */
  texts: ReadonlyMap<string, string>;
  /** `<file>:<line>` by JSON pointer. */
  lines: Readonly<Record<string, string>>;
}

/** Reads what an API was written in. @throws When the spec has not been built. */
export async function readWritten(api: string): Promise<Written> {
  const spec = new URL("../", pathToFileURL(bundleFile(`${api}.json`)));
  const lines = JSON.parse(await readFile(new URL(`dist/${api}.lines.json`, spec), "utf8"));
  const files = [...new Set(Object.values<string>(lines).map((line) => line.replace(/:\d+$/, "")))];
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(new URL(file, spec), "utf8")] as const),
  );
  return { texts: new Map(texts), lines };
}

/** Finds every `D-nn`: in marks and descriptions of the bundle, and in comments of the files that it was written in. */
export function readCitations(document: OpenApiDocument, { texts, lines }: Written): Citations {
  const citations = new Map<string, Set<string>>();
  const cite = (text: string, pointers: readonly string[]) => {
    for (const number of text.match(/\bD-\d{2,}\b/g) ?? []) {
      const known = citations.get(number) ?? new Set();
      citations.set(number, new Set([...known, ...pointers]));
    }
  };
  citeValues(document, "", cite);
  const places = placesByLine(lines);
  for (const [file, text] of texts) citeComments(file, text, places, cite);
  return citations;
}

type Cite = (text: string, pointers: readonly string[]) => void;

function citeValues(node: unknown, pointer: string, cite: Cite): void {
  for (const [name, child] of Object.entries(Object(node))) {
    if (typeof child === "string") cite(child, [pointer]);
    else if (typeof child === "object" && child !== null) citeValues(child, `${pointer}/${encode(name)}`, cite);
  }
}

/** A comment is about the line that it ends, or about the next one that is none. */
function citeComments(file: string, text: string, places: ReadonlyMap<string, string[]>, cite: Cite): void {
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const comment = /(?:^|\s)#.*$/.exec(line)?.[0] ?? "";
    if (!/D-\d/.test(comment)) continue;
    const isAlone = line.trimStart().startsWith("#");
    const below = lines.findIndex((other, at) => at > index && !other.trimStart().startsWith("#"));
    cite(comment, placesAt(places, file, isAlone && below !== -1 ? below + 1 : index + 1));
  }
}

/** What a line became; where it became nothing of its own, what the nearest line above it became. */
function placesAt(places: ReadonlyMap<string, string[]>, file: string, line: number): readonly string[] {
  for (let at = line; at > 0; at--) {
    const found = places.get(`${file}:${at}`);
    if (found !== undefined) return found;
  }
  return [];
}

function placesByLine(lines: Written["lines"]): ReadonlyMap<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [pointer, line] of Object.entries(lines)) places.set(line, [...(places.get(line) ?? []), pointer]);
  return places;
}
