import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { docsFolder, listPages, locate } from "./routes.ts";
import { readFiles } from "./server/read-files.ts";

const client = new URL("../packages/client/", docsFolder);
const { exports } = JSON.parse(await readFile(new URL("package.json", client), "utf8"));
const entries = Object.entries<{ default: string }>(exports).map(([entry, file]) => ({
  page: entry.replace("./", "client/"),
  source: file.default.replace("./dist/", "").replace(/\.js$/, ".ts"),
}));
const files = await readFiles(fileURLToPath(new URL("dist", docsFolder)));

test("every entry of the client has its page, and no other page is there", () => {
  expect(listPages(["client"])).toEqual(entries.map(({ page }) => `${page}.md`).sort());
});

describe.each(entries)("/$page/", ({ page, source }) => {
  const html = files.get(`/${page}/`)?.body.toString() ?? "";

  test("each export has a heading, and nothing of the spec's has one", async () => {
    const markdown = await readFile(locate(`${page}.md`), "utf8");
    const headings = [...markdown.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.toSorted()).toEqual((await exportsOf(source)).toSorted());
  });

  test("a link with the name of an export leads to the heading of that name", () => {
    const headings = new Map([...html.matchAll(/<h3 id="([^"]*)">([^<]*)/g)].map(([, id, name]) => [name, id]));
    expect(headings.size).toBeGreaterThan(0);
    const links = [...html.matchAll(/<a href="#([^"]*)">(?:<code[^>]*>)?(\w+)(?:<\/code>)?<\/a>/g)];
    const wrong = links.filter(([, id, name]) => headings.has(name) && headings.get(name) !== id);
    expect(wrong.map(([link]) => link)).toEqual([]);
  });

  test("nothing is told of the machine that wrote it, or of what is not the client's", async () => {
    const markdown = await readFile(locate(`${page}.md`), "utf8");
    expect(markdown).not.toMatch(/Defined in|node_modules|\.d\.ts|file:|stackTraceLimit|captureStackTrace|#private/);
    expect(markdown).not.toContain(fileURLToPath(new URL("..", docsFolder)));
  });
});

/** The names that a source exports, without those that it hands on from another package. */
async function exportsOf(source: string): Promise<string[]> {
  const text = await readFile(new URL(`src/${source}`, client), "utf8");
  const declared = text.matchAll(/^export (?:declare )?(?:async )?(?:function\*?|const|class|type|interface) (\w+)/gm);
  const named = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = ""]) => list.split(","));
  const handedOn = [...text.matchAll(/^export (?:type )?\* from "\.\/(.*)\.js"/gm)].map(([, file]) => `${file}.ts`);
  const names = [
    ...[...declared].map(([, name = ""]) => name),
    ...named.map((name) => name.trim().replace(/^(?:type )?(?:\w+ as )?/, "")),
    ...(await Promise.all(handedOn.map(exportsOf))).flat(),
  ];
  return [...new Set(names.filter(Boolean))];
}
