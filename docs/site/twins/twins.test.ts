import { fileURLToPath } from "node:url";
import { markdownToMdast } from "satteri";
import { describe, expect, test } from "vitest";
import { references } from "../navigation.ts";
import { docsFolder } from "../routes.ts";
import { readFiles } from "../server/read-files.ts";
import { linksIn, mapLinks } from "./map-links.ts";
import { pageOf } from "./twin.ts";
import { htmlIn } from "./without-html.ts";

const files = await readFiles(fileURLToPath(new URL("dist", docsFolder)));
const pages = [...files].filter(([path, { type }]) => type.startsWith("text/html") && path !== "/404.html");
const twins = [...files]
  .filter(([path]) => path.endsWith(".md"))
  .map(([path, { body }]) => ({ path, text: `${body}` }));
const llms = `${files.get("/llms.txt")?.body}`;
const full = `${files.get("/llms-full.txt")?.body}`;
const bare = withoutAddresses(full);

test("every page has a twin, every twin a page, and the page says where it is", () => {
  expect(twins.map(({ path }) => pageOf(path.slice(1))).toSorted()).toEqual(pages.map(([path]) => path).toSorted());
  for (const [path, { body }] of pages) {
    const [, href = ""] = /<link rel="alternate" type="text\/markdown" href="([^"]*)"/.exec(`${body}`) ?? [];
    const { pathname } = new URL(href, `http://site${path}`);
    expect(pageOf(pathname.slice(1)), path).toBe(path);
  }
});

describe.each(twins)("$path", ({ path, text }) => {
  test("begins with its title, and has no HTML", () => {
    expect(text).toMatch(/^# \S/);
    expect(withoutCode(text).match(/^# /gm)).toHaveLength(1);
    expect(htmlIn(text)).toEqual([]);
    expect(withoutCode(text)).not.toMatch(/^(import|export) /m);
  });

  test("its links lead somewhere", () => {
    const wrong = linksIn(text).filter(({ href }) => !leadsSomewhere(href, path));
    expect(wrong.map(({ href }) => href)).toEqual([]);
  });

  test("stands in llms.txt once, and whole in llms-full.txt", () => {
    expect(linksIn(llms).filter(({ href }) => `/${href}` === path)).toHaveLength(1);
    expect(bare.includes(withoutAddresses(text))).toBe(true);
  });
});

test("the links of llms.txt and llms-full.txt lead somewhere", () => {
  for (const [path, text] of Object.entries({ "/llms.txt": llms, "/llms-full.txt": full })) {
    expect(linksIn(text).filter(({ href }) => !leadsSomewhere(href, path))).toEqual([]);
  }
});

test("llms.txt is of the form that llmstxt.org asks for", () => {
  const tree = markdownToMdast(llms);
  const [title, summary, ...rest] = "children" in tree ? tree.children : [];
  expect([title?.type, summary?.type]).toEqual(["heading", "blockquote"]);
  const sections = rest.slice(1);
  expect(sections.map(({ type }) => type)).toEqual(sections.map((_one, at) => (at % 2 === 0 ? "heading" : "list")));
});

/** Headings have the names that the page's have; the references, which Redoc draws, are without most of them. */
function leadsSomewhere(href: string, from: string): boolean {
  const { origin, pathname, hash } = new URL(href, `http://site${from}`);
  if (origin !== "http://site") return /^(https:|mailto:|http:\/\/127\.0\.0\.1)/.test(href);
  const path = decodeURIComponent(pathname);
  if (!path.endsWith(".md") || hash === "") return hash === "" && files.has(path);
  const anchor = decodeURIComponent(hash.slice(1));
  if (references.some(({ id }) => path === `/reference/${id}.md`)) return headingsOf(path).includes(anchor);
  return files.get(pageOf(path.slice(1)))?.body.includes(` id="${anchor}"`) === true;
}

function headingsOf(path: string): string[] {
  return [...`${files.get(path)?.body}`.matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) => text.toLowerCase());
}

function withoutAddresses(markdown: string): string {
  return mapLinks(markdown, () => "");
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, "");
}
