import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { apis, references } from "./navigation.ts";
import { annotate } from "./reference/annotate.ts";
import { listOperations } from "./reference/list-operations.ts";
import { readBundle } from "./reference/read-bundle.ts";
import { docsFolder } from "./routes.ts";
import { readFiles } from "./server/read-files.ts";

const files = await readFiles(fileURLToPath(new URL("dist", docsFolder)));
const ofRedoc = new Set(references.map(({ id }) => `/reference/${id}/`));
const pages = [...files].filter(([, { type }]) => type.startsWith("text/html"));
const anchors = new Map(pages.map(([path, { body }]) => [path, anchorsOf(path, body.toString())]));
for (const { id } of references) {
  // Redoc makes its anchors in the browser; the browser tests see that these are there.
  for (const { anchor, operationId } of listOperations(await readBundle(id))) {
    anchors.get(`/reference/${id}/`)?.add(anchor.slice(1)).add(operationId);
  }
}

describe("every link within the site leads somewhere", () => {
  test.each(pages.map(([path, { body }]) => ({ path, html: withoutScripts(body.toString()) })))(
    "$path",
    ({ path, html }) => {
      const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = ""]) =>
        link.replaceAll("&amp;", "&"),
      );
      // What Redoc has rendered ahead of the browser are its own routes.
      const own = ofRedoc.has(path) ? links.filter((link) => /^\.\.?\//.test(link)) : links;
      expect(own.length).toBeGreaterThan(3);
      expect(own.filter((link) => !leadsSomewhere(link, path))).toEqual([]);
    },
  );

  const described = references.map((api) => ({ ...api, least: apis.some(({ id }) => id === api.id) ? 10 : 1 }));
  test.each(described)("the marks and descriptions of $name", async ({ id, least }) => {
    const text = JSON.stringify(annotate(await readBundle(id), "../../"));
    const links = [...text.matchAll(/\]\(((?:\.\.?\/|#|https?:)[^)\s]*)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(least);
    expect([...new Set(links)].filter((link) => !leadsSomewhere(link, `/reference/${id}/`))).toEqual([]);
  });
});

test("links to other sites are https", () => {
  const links = pages.flatMap(([, { body }]) => [
    ...withoutScripts(body.toString()).matchAll(/\shref="(http:[^"]*)"/g),
  ]);
  expect(links.map(([, link]) => link)).toEqual([]);
});

function leadsSomewhere(link: string, from: string): boolean {
  const { origin, pathname, hash } = new URL(link, `http://site${from}`);
  if (origin !== "http://site") return true;
  const path = decodeURIComponent(pathname);
  return files.has(path) && (hash === "" || anchors.get(path)?.has(decodeURIComponent(hash.slice(1))) === true);
}

function anchorsOf(path: string, html: string): Set<string> {
  const ids = [...withoutScripts(html).matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id);
  if (new Set(ids).size !== ids.length && !ofRedoc.has(path)) {
    throw new Error(`${path} has an id twice: ${ids.filter((id, at) => ids.indexOf(id) !== at).join(", ")}`);
  }
  return new Set(ids);
}

function withoutScripts(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/g, "");
}
